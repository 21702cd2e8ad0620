"""Settings of the connection: what is allowed, what an error says, and that no secret leaks."""

from pathlib import Path

import pytest

from services.kafka.settings import ConfigurationError, SaslMechanism, SecurityProtocol, connection_settings

PASSWORD = "correct horse"  # noqa: S105  # a test's


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a test sets is set."""
    for name in ("BOOTSTRAP_SERVERS", "SECURITY_PROTOCOL", "SASL_USERNAME", "SASL_PASSWORD"):
        monkeypatch.delenv(f"DATELINE_{name}", raising=False)


def test_nothing_set_is_a_plain_broker_here() -> None:
    """Without any setting it is the address where `dateline kafka up` puts a broker."""
    settings = connection_settings()
    assert settings.bootstrap_servers == "127.0.0.1:9092"
    assert settings.security_protocol is SecurityProtocol.PLAINTEXT


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each field has its variable with the prefix."""
    monkeypatch.setenv("DATELINE_BOOTSTRAP_SERVERS", "one:9092, two:9093")
    monkeypatch.setenv("DATELINE_SECURITY_PROTOCOL", "SASL_SSL")
    monkeypatch.setenv("DATELINE_SASL_MECHANISM", "SCRAM-SHA-256")
    monkeypatch.setenv("DATELINE_SASL_USERNAME", "reader")
    monkeypatch.setenv("DATELINE_SASL_PASSWORD", PASSWORD)
    settings = connection_settings()
    assert settings.bootstrap_servers == "one:9092,two:9093"
    assert settings.sasl_mechanism is SaslMechanism.SCRAM_SHA_256
    assert settings.sasl_password
    assert settings.sasl_password.get_secret_value() == PASSWORD


def test_a_secret_comes_from_a_file_without_its_line_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A mounted secret is read, and the line end that an editor put there is not part of it."""
    (tmp_path / "password").write_text(f"{PASSWORD}\n")
    monkeypatch.setenv("DATELINE_SASL_PASSWORD_FILE", str(tmp_path / "password"))
    settings = connection_settings()
    assert settings.sasl_password
    assert settings.sasl_password.get_secret_value() == PASSWORD


def test_value_and_file_together_are_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two sources for one secret: nobody can know which was meant."""
    (tmp_path / "password").write_text("one")
    monkeypatch.setenv("DATELINE_SASL_PASSWORD", PASSWORD)
    monkeypatch.setenv("DATELINE_SASL_PASSWORD_FILE", str(tmp_path / "password"))
    with pytest.raises(ConfigurationError, match="DATELINE_SASL_PASSWORD and DATELINE_SASL_PASSWORD_FILE are both set"):
        connection_settings()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"sasl_password_file": Path("/none")}, "DATELINE_SASL_PASSWORD_FILE: cannot read /none"),
        ({"ssl_ca_file": Path("/none")}, "DATELINE_SSL_CA_FILE: there is no file /none"),
        ({"security_protocol": "SASL_SSL"}, "SASL_SSL needs DATELINE_SASL_USERNAME"),
        ({"security_protocol": "TLS"}, "DATELINE_SECURITY_PROTOCOL: Input should be 'PLAINTEXT', 'SSL'"),
        ({"ssl_key_file": Path(__file__)}, "DATELINE_SSL_KEY_FILE is of no use without DATELINE_SSL_CERT_FILE"),
        ({"bootstrap_servers": "broker"}, "DATELINE_BOOTSTRAP_SERVERS: 'broker' is not host:port"),
        ({"bootstrap_servers": "broker:0"}, "'broker:0' is not host:port"),
        ({"bootstrap_servers": " , "}, "names no broker"),
    ],
)
def test_a_wrong_setting_is_named(given: dict[str, object], says: str) -> None:
    """The error names the variable and what is wrong with it."""
    with pytest.raises(ConfigurationError) as caught:
        connection_settings(**given)
    assert says in str(caught.value)


def test_no_error_and_no_representation_holds_a_secret() -> None:
    """A password never reaches a log."""
    with pytest.raises(ConfigurationError) as caught:
        connection_settings(security_protocol="SASL_SSL", sasl_password=PASSWORD)
    assert PASSWORD not in str(caught.value) + str(caught.value.__cause__)
    assert PASSWORD not in repr(connection_settings(sasl_password=PASSWORD))
