"""The `dateline` command as its users start it, on topics of the test's own."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from confluent_kafka import Consumer, Message, TopicPartition

COMMAND = Path(sys.executable).with_name("dateline")


@dataclass(frozen=True)
class Commands:
    """Runs `dateline` against one broker, with topics named after `name`."""

    bootstrap_servers: str
    name: str

    @property
    def raw(self) -> str:
        """The raw topic."""
        return f"{self.name}.raw"

    @property
    def enriched(self) -> str:
        """The enriched topic."""
        return f"{self.name}.enriched"

    @property
    def dlq(self) -> str:
        """The topic of dead letters."""
        return f"{self.name}.dlq"

    @property
    def environment(self) -> Mapping[str, str]:
        """What the command is told, and no colours."""
        return os.environ | {
            "DATELINE_BOOTSTRAP_SERVERS": self.bootstrap_servers,
            "DATELINE_GROUP_ID": self.name,
            "DATELINE_RAW_TOPIC": self.raw,
            "DATELINE_ENRICHED_TOPIC": self.enriched,
            "DATELINE_DLQ_TOPIC": self.dlq,
            "COLUMNS": "120",
        }

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start it and come back at once."""
        return subprocess.Popen(
            [COMMAND, *arguments], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(
        self, *arguments: str, stdin: bytes | None = None, seconds: float = 120
    ) -> subprocess.CompletedProcess[bytes]:
        """Run it to its end, which comes within `seconds`."""
        return subprocess.run(
            [COMMAND, *arguments], env=self.environment, capture_output=True, input=stdin, timeout=seconds, check=False
        )

    def create_topics(self, partitions: int = 3) -> None:
        """Make the three topics."""
        done = self.run("topics", "create", "--partitions", str(partitions))
        assert done.returncode == 0, done.stderr.decode()

    def wait_for_records(self, topic: str, *, at_least: int, seconds: float = 60) -> None:
        """Wait until a topic holds so many records, committed or not (control records count, too)."""
        consumer = Consumer({"bootstrap.servers": self.bootstrap_servers, "group.id": f"{self.name}-watcher"})
        try:
            partitions = consumer.list_topics(topic, 10).topics[topic].partitions
            deadline = time.monotonic() + seconds
            while True:
                ends = [consumer.get_watermark_offsets(TopicPartition(topic, number), 10)[1] for number in partitions]
                if sum(ends) >= at_least:
                    return
                assert time.monotonic() < deadline, f"{topic} holds {sum(ends)} records, not {at_least}"
                time.sleep(0.01)
        finally:
            consumer.close()

    def read(self, topic: str) -> list[Message]:
        """Every committed record of a topic, partition by partition, read with another client library."""
        consumer = Consumer(
            {
                "bootstrap.servers": self.bootstrap_servers,
                "group.id": f"{self.name}-verifier",
                "isolation.level": "read_committed",
                "enable.partition.eof": True,
                "auto.offset.reset": "error",
            }
        )
        try:
            partitions = consumer.list_topics(topic, 10).topics[topic].partitions
            consumer.assign([TopicPartition(topic, partition, 0) for partition in partitions])
            found: list[Message] = []
            ended = 0
            while ended < len(partitions):
                message = consumer.poll(20)
                assert message is not None, "the broker did not answer"
                if message.error() is None:
                    found.append(message)
                else:
                    ended += 1
            return sorted(found, key=lambda m: (m.partition(), m.offset()))
        finally:
            consumer.close()
