// SPDX-License-Identifier: Apache-2.0

// Render a PostgreSQL server for a team, or say what is wrong with it.
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { DeployerService, RenderRequestSchema } from "./gen/acme/deployer/v1/deployer_pb.js";
import { BadRequestSchema } from "./gen/google/rpc/error_details_pb.js";

const [baseUrl, team, name] = process.argv.slice(2);
const client = createClient(DeployerService, createGrpcTransport({ baseUrl }));
const request = create(RenderRequestSchema, {
  team,
  input: {
    target: {
      apiVersion: "kubernetes.project-planton.org/v1",
      kind: "KubernetesStatefulSet",
      metadata: { name },
      spec: {
        namespace: { literalOrRef: { case: "value", value: "database" } },
        container: { app: { image: { repo: "postgres", tag: "16.4" } } },
      },
    },
  },
});
try {
  const response = await client.render(request);
  const objects: { kind: string; metadata: { name: string } }[] = JSON.parse(response.objects);
  for (const object of objects) console.log(object.kind, object.metadata.name);
  console.log(response.outputs?.kubeEndpoint);
} catch (thrown) {
  const error = ConnectError.from(thrown);
  if (error.code !== Code.InvalidArgument) throw error;
  for (const details of error.findDetails(BadRequestSchema))
    for (const { field, description } of details.fieldViolations) console.log(`${field}: ${description}`);
  process.exitCode = 1;
}
