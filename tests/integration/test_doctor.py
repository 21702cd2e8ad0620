"""`dateline doctor` where a broker is there."""

import json

from tests.broker import TestBroker
from tests.integration.commands import Commands


def test_doctor_is_content_when_all_is_well(broker: TestBroker, unique_name: str) -> None:
    """With topics that fit everything is in order and it exits 0; before that it names each missing one."""
    commands = Commands(broker.bootstrap_servers, unique_name)
    before = commands.run("doctor", "--json")
    assert before.returncode == 1
    missing = [check for check in json.loads(before.stdout) if check["status"] == "wrong"]
    assert {check["hint"] for check in missing} == {"dateline topics create"}
    assert len(missing) == 3
    commands.create_topics()
    after = commands.run("doctor", "--json")
    assert after.returncode == 0, after.stdout.decode()
    assert {check["name"] for check in json.loads(after.stdout)} == {"python", "settings", "model", "broker", "topics"}
