// SPDX-License-Identifier: Apache-2.0

// Build a manifest, validate it, and print the first problem.

import { create, createRegistry } from "@bufbuild/protobuf";
import { createValidator } from "@bufbuild/protovalidate";
import { KubernetesStatefulSetSchema } from "./gen/org/project_planton/provider/kubernetes/kubernetesstatefulset/v1/api_pb.js";
import { file_org_project_planton_shared_rules as rules } from "./gen/org/project_planton/shared/rules_pb.js";

const manifest = create(KubernetesStatefulSetSchema, {
  apiVersion: "kubernetes.project-planton.org/v1",
  kind: "KubernetesStatefulSet",
  metadata: { name: "Postgres_DB" },
  spec: {
    namespace: { literalOrRef: { case: "value", value: "database" } },
    container: { app: { image: { repo: "postgres", tag: "16.4" } } },
  },
});
const validator = createValidator({ registry: createRegistry(rules) });
const result = validator.validate(KubernetesStatefulSetSchema, manifest);
switch (result.kind) {
  case "valid":
    console.log("valid");
    break;
  case "invalid":
    console.log(`${result.violations[0]}`);
    break;
  case "error":
    throw result.error;
}
