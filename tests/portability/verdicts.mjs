// SPDX-License-Identifier: Apache-2.0
// Whether the TypeScript engine gives Python's verdict on each case: `verdicts.mjs IMAGE CASES`.

import { readFileSync } from "node:fs";
import { createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import { pathToString } from "@bufbuild/protobuf/reflect";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { createValidator, pathFromViolationProto, violationToProto } from "@bufbuild/protovalidate";
import { ViolationSchema } from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";

const [image, table] = process.argv.slice(2);
const cases = JSON.parse(readFileSync(table, "utf8"));
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(image)));
const validator = createValidator({ registry });

const failed = cases.filter((one) => !agrees(one)).length;
console.log(`${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !cases.length ? 1 : 0;

// Whether both verdicts are one; else both are shown.
function agrees({ id, type, message, violations }) {
  const schema = registry.getMessage(type);
  const python = inOrder(schema, violations.map((bytes) => decoded(ViolationSchema, bytes)));
  const typescript = verdict(schema, decoded(schema, message));
  if (python === typescript) return true;
  console.log(`FAILED ${id}\n  Python:\n${python}\n  TypeScript:\n${typescript}`);
  return false;
}

// What this engine says, be it that it cannot say.
function verdict(schema, message) {
  const { error, kind, violations = [] } = validator.validate(schema, message);
  return kind === "error" ? `    ${error}` : inOrder(schema, violations.map((one) => violationToProto(one)[0]));
}

function inOrder(schema, violations) {
  return violations.map((violation) => `    ${line(schema, violation)}`).sort().join("\n") || "    valid";
}

// What every engine must say of a violation; the text of a standard rule is the engine's own.
function line(schema, violation) {
  const { field, forKey, message, ruleId } = violation;
  const path = field ? pathToString(pathFromViolationProto(schema, field)) : "";
  return `${path}${forKey ? " (key)" : ""}: ${ruleId}${isOurs(violation) ? `: ${message}` : ""}`;
}

// Whether the rule is written in the protos, as CEL of a message or field or as a predefined rule.
function isOurs({ rule, ruleId }) {
  if (!rule) return ruleId !== "required" && ruleId !== "message.oneof";
  const last = rule.elements.at(-1).fieldName;
  return last === "cel" || last.startsWith("[");
}

function decoded(schema, base64) {
  return fromBinary(schema, Buffer.from(base64, "base64"));
}
