// SPDX-License-Identifier: Apache-2.0

// Whether the Go engine gives Python's verdict on each case: `verdicts IMAGE CASES`.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"buf.build/gen/go/bufbuild/protovalidate/protocolbuffers/go/buf/validate"
	"buf.build/go/protovalidate"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
)

// A Case is a message, and what Python says of it.
type Case struct {
	ID      string
	Type    protoreflect.FullName
	Message []byte
	Verdict []string
}

func main() {
	var image descriptorpb.FileDescriptorSet
	must(proto.Unmarshal(have(os.ReadFile(os.Args[1])), &image))
	types := dynamicpb.NewTypes(have(protodesc.NewFiles(&image)))
	validator := have(protovalidate.New(protovalidate.WithExtensionTypeResolver(types)))
	var cases []Case
	must(json.Unmarshal(have(os.ReadFile(os.Args[2])), &cases))
	failed := 0
	for _, one := range cases {
		message := have(types.FindMessageByName(one.Type)).New().Interface()
		must(proto.Unmarshal(one.Message, message))
		if !agrees(one, validator.Validate(message)) {
			failed++
		}
	}
	fmt.Printf("Go: %d passed, %d failed\n", len(cases)-failed, failed)
	if failed > 0 || len(cases) == 0 {
		os.Exit(1)
	}
}

// agrees tells whether both verdicts are one; else both are shown.
func agrees(one Case, answer error) bool {
	python, golang := inOrder(one.Verdict), inOrder(verdict(answer))
	if python != golang {
		fmt.Printf("FAILED %s\n  Python:\n%s\n  Go:\n%s\n", one.ID, python, golang)
	}
	return python == golang
}

// verdict is what this engine says, be it that it cannot say.
func verdict(answer error) (lines []string) {
	var invalid *protovalidate.ValidationError
	if !errors.As(answer, &invalid) {
		if answer != nil {
			lines = append(lines, answer.Error())
		}
		return lines
	}
	for _, violation := range invalid.Violations {
		lines = append(lines, line(violation.Proto))
	}
	return lines
}

func inOrder(lines []string) string {
	if len(lines) == 0 {
		return "    valid"
	}
	return "    " + strings.Join(slices.Sorted(slices.Values(lines)), "\n    ")
}

// line is what every engine must say of a violation; the text of a standard rule is the engine's own.
func line(violation *validate.Violation) string {
	var path []string
	for _, element := range violation.GetField().GetElements() {
		path = append(path, step(element))
	}
	text := strings.Join(path, ".")
	if violation.GetForKey() {
		text += " (key)"
	}
	text += ": " + violation.GetRuleId()
	if isOurs(violation) {
		text += ": " + violation.GetMessage()
	}
	return text
}

// step is one step of a path: a field, or an element of it.
func step(element *validate.FieldPathElement) string {
	switch {
	case element.HasIndex():
		return fmt.Sprintf("%s[%d]", element.GetFieldName(), element.GetIndex())
	case element.HasStringKey():
		return fmt.Sprintf("%s[%s]", element.GetFieldName(), element.GetStringKey())
	default:
		return element.GetFieldName()
	}
}

// isOurs tells whether the rule is written in the protos, as CEL of a message or field or as a predefined rule.
func isOurs(violation *validate.Violation) bool {
	path := violation.GetRule().GetElements()
	if len(path) == 0 {
		return violation.GetRuleId() != "required" && violation.GetRuleId() != "message.oneof"
	}
	last := path[len(path)-1].GetFieldName()
	return last == "cel" || strings.HasPrefix(last, "[")
}

func have[T any](value T, err error) T {
	must(err)
	return value
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
