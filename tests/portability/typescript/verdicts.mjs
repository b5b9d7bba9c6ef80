// SPDX-License-Identifier: Apache-2.0
// Whether the TypeScript engine gives Python's verdict on each case: `verdicts.mjs IMAGE CASES`.

import { readFileSync } from "node:fs";
import { createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { createValidator, violationToProto } from "@bufbuild/protovalidate";

const [image, table] = process.argv.slice(2);
const cases = JSON.parse(readFileSync(table, "utf8"));
const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, readFileSync(image)));
const validator = createValidator({ registry });

const failed = cases.filter((one) => !agrees(one)).length;
console.log(`TypeScript: ${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !cases.length ? 1 : 0;

// Whether both verdicts are one; else both are shown.
function agrees({ id, type, message, verdict }) {
  const python = inOrder(verdict);
  const typescript = inOrder(judge(registry.getMessage(type), Buffer.from(message, "base64")));
  if (python === typescript) return true;
  console.log(`FAILED ${id}\n  Python:\n${python}\n  TypeScript:\n${typescript}`);
  return false;
}

// What this engine says, be it that it cannot say.
function judge(schema, bytes) {
  const { error, kind, violations = [] } = validator.validate(schema, fromBinary(schema, bytes));
  return kind === "error" ? [`${error}`] : violations.map((one) => line(violationToProto(one)[0]));
}

function inOrder(verdict) {
  return verdict.map((one) => `    ${one}`).sort().join("\n") || "    valid";
}

// What every engine must say of a violation; the text of a standard rule is the engine's own.
function line(violation) {
  const { field, forKey, message, ruleId } = violation;
  const path = (field?.elements ?? []).map(step).join(".");
  return `${path}${forKey ? " (key)" : ""}: ${ruleId}${isOurs(violation) ? `: ${message}` : ""}`;
}

// One step of a path: a field, or an element of it.
function step({ fieldName, subscript }) {
  return subscript.case === undefined ? fieldName : `${fieldName}[${subscript.value}]`;
}

// Whether the rule is written in the protos, as CEL of a message or field or as a predefined rule.
function isOurs({ rule, ruleId }) {
  if (!rule) return ruleId !== "required" && ruleId !== "message.oneof";
  const last = rule.elements.at(-1).fieldName;
  return last === "cel" || last.startsWith("[");
}
