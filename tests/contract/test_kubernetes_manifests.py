"""What deploy/k8s builds, checked by kubectl, the schemas of Kubernetes and the models of the operators it leans on."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import kubernetes_validate
import pytest
import yaml
from cloudcoil.models.keda import v1alpha1 as keda
from cloudcoil.models.prometheus_operator import v1 as operator

from services.enricher.settings import EnricherSettings
from services.kafka.settings import ConnectionSettings
from services.kafka.topics import DEFAULT_PARTITIONS

ROOT = Path(__file__).parents[2]
OVERLAYS = ("dev", "production")
KUBERNETES_VERSIONS = ("1.29", "1.33")
"""The oldest with an unhealthyPodEvictionPolicy that is on by default and stable fields all round, and a recent one."""
OPERATORS = {
    "ScaledObject": keda.ScaledObject,
    "TriggerAuthentication": keda.TriggerAuthentication,
    "PodMonitor": operator.PodMonitor,
    "PrometheusRule": operator.PrometheusRule,
}
"""Kinds that Kubernetes does not know, with models generated from the operators' resource definitions."""

Manifest = dict[str, Any]


@pytest.fixture(scope="module", params=OVERLAYS)
def manifests(request: pytest.FixtureRequest) -> dict[str, Manifest]:
    """Everything one overlay builds, by kind."""
    kubectl = Path(sys.executable).parent / "kubectl"
    overlay = ROOT / "deploy/k8s/overlays" / request.param
    built = subprocess.run([kubectl, "kustomize", overlay], check=True, capture_output=True, text=True).stdout
    documents = list(yaml.safe_load_all(built))
    by_kind = {document["kind"]: document for document in documents}
    assert len(by_kind) == len(documents), "one manifest a kind, or the tests below miss some"
    return by_kind


@pytest.mark.parametrize("version", KUBERNETES_VERSIONS)
def test_built_in_kinds_fit_the_schemas_of_kubernetes(manifests: dict[str, Manifest], version: str) -> None:
    """Every built-in resource passes the strict schema: no misspelt field, no wrong type."""
    for kind, manifest in manifests.items():
        if kind not in OPERATORS:
            assert kubernetes_validate.validate(manifest, version, strict=True) == version


def test_operator_kinds_fit_the_models_of_their_operators(manifests: dict[str, Manifest]) -> None:
    """KEDA's and Prometheus Operator's resources hold only fields that their definitions know, with the right types."""
    assert {"ScaledObject", "PodMonitor", "PrometheusRule"} <= manifests.keys()
    for kind in OPERATORS.keys() & manifests.keys():
        jsonschema.validate(manifests[kind], _closed(OPERATORS[kind].model_json_schema()))


def test_a_misspelt_field_of_an_operator_kind_is_found(manifests: dict[str, Manifest]) -> None:
    """The check above can fail: the schema is closed against unknown fields."""
    scaled_object = manifests["ScaledObject"]
    misspelt = scaled_object | {"spec": scaled_object["spec"] | {"maxReplicasCount": 3}}
    with pytest.raises(jsonschema.ValidationError, match="maxReplicasCount"):
        jsonschema.validate(misspelt, _closed(keda.ScaledObject.model_json_schema()))


def test_selectors_find_the_pods(manifests: dict[str, Manifest]) -> None:
    """Everything that selects pods selects those of the deployment, in its namespace."""
    labels = manifests["Deployment"]["spec"]["template"]["metadata"]["labels"].items()
    selectors = [
        manifests["Deployment"]["spec"]["selector"],
        manifests["PodDisruptionBudget"]["spec"]["selector"],
        manifests["NetworkPolicy"]["spec"]["podSelector"],
        manifests["PodMonitor"]["spec"]["selector"],
        *(
            constraint["labelSelector"]
            for constraint in manifests["Deployment"]["spec"]["template"]["spec"]["topologySpreadConstraints"]
        ),
    ]
    for selector in selectors:
        assert selector["matchLabels"].items() <= labels
    namespaces = {manifest["metadata"].get("namespace") for kind, manifest in manifests.items() if kind != "Namespace"}
    assert namespaces == {manifests["Namespace"]["metadata"]["name"]}
    assert manifests["ScaledObject"]["spec"]["scaleTargetRef"]["name"] == manifests["Deployment"]["metadata"]["name"]


def test_pods_run_with_the_least_rights(manifests: dict[str, Manifest]) -> None:
    """Non-root, read-only root, no capabilities, seccomp, no token: the restricted Pod Security Standard, and more."""
    pod = manifests["Deployment"]["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert container["resources"]["limits"]["memory"]


def test_probes_ask_what_the_service_answers(manifests: dict[str, Manifest]) -> None:
    """Liveness and readiness are asked at the port and paths that the service has."""
    container = manifests["Deployment"]["spec"]["template"]["spec"]["containers"][0]
    settings = manifests["ConfigMap"]["data"]
    ports = {port["name"]: str(port["containerPort"]) for port in container["ports"]}
    assert ports == {"http": settings["DATELINE_HTTP_PORT"]}
    assert settings["DATELINE_HTTP_HOST"] == "0.0.0.0"  # noqa: S104  # the probes come from outside the pod
    paths = {name: container[name]["httpGet"]["path"] for name in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert paths == {"startupProbe": "/livez", "livenessProbe": "/livez", "readinessProbe": "/readyz"}
    assert manifests["PodMonitor"]["spec"]["podMetricsEndpoints"][0]["port"] == "http"


def test_no_secret_is_in_a_manifest(manifests: dict[str, Manifest]) -> None:
    """Credentials come by reference: no manifest is a Secret, and no setting holds a password."""
    assert "Secret" not in manifests
    for name in manifests["ConfigMap"]["data"]:
        assert "PASSWORD" not in name or name.endswith("_FILE")


def test_scaling_reads_the_same_settings_as_the_service(manifests: dict[str, Manifest]) -> None:
    """The lag that decides is that of the service's own broker, group and topic."""
    metadata = manifests["ScaledObject"]["spec"]["triggers"][0]["metadata"]
    settings = manifests["ConfigMap"]["data"]
    for field in ("bootstrapServersFromEnv", "consumerGroupFromEnv", "topicFromEnv"):
        assert settings[metadata[field]]
    assert metadata["limitToPartitionsWithLag"] == "true"
    assert metadata["allowIdleConsumers"] == "false", "KEDA refuses both at once"
    assert int(metadata["activationLagThreshold"]) > 0


def test_its_settings_are_known(manifests: dict[str, Manifest]) -> None:
    """Each setting is one that the service reads."""
    known = {f"DATELINE_{name.upper()}" for name in (*EnricherSettings.model_fields, *ConnectionSettings.model_fields)}
    (container,) = manifests["Deployment"]["spec"]["template"]["spec"]["containers"]
    assert manifests["ConfigMap"]["data"].keys() | {variable["name"] for variable in container["env"]} <= known


def test_a_drain_has_time(manifests: dict[str, Manifest]) -> None:
    """Kubernetes waits longer before SIGKILL than a drain may take."""
    pod = manifests["Deployment"]["spec"]["template"]["spec"]
    assert pod["terminationGracePeriodSeconds"] > EnricherSettings().drain_seconds


def test_no_more_pods_than_partitions(manifests: dict[str, Manifest]) -> None:
    """The ceiling is at most the partitions that `dateline topics create` makes."""
    assert manifests["ScaledObject"]["spec"]["maxReplicaCount"] <= DEFAULT_PARTITIONS


def _closed(schema: Manifest) -> Manifest:
    """The schema, with every object closed against fields that it does not name."""
    for node in _nodes(schema):
        if "properties" in node:
            node.setdefault("additionalProperties", False)
        if isinstance(pattern := node.get("pattern"), str):
            # Go takes a flag in the middle of an expression, Python at its start.
            node["pattern"] = pattern.replace("^(?i)", "(?i)^")
    return schema


def _nodes(schema: object) -> Iterator[Manifest]:
    if isinstance(schema, dict):
        yield schema
        for child in schema.values():
            yield from _nodes(child)
    elif isinstance(schema, list):
        for child in schema:
            yield from _nodes(child)
