// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
)

// Question is one line of input.
type Question struct {
	// Verb is `create`, `update`, `fill` or `pod`.
	Verb string `json:"verb"`
	// Object is what is to be created, what an object is to become, or the StatefulSet whose pods are asked for.
	Object json.RawMessage `json:"object"`
	// Old is what the object was; for `update` alone.
	Old json.RawMessage `json:"old,omitempty"`
	// Beside are the Secrets and ConfigMaps that the pods' variables may refer to; for `pod` alone.
	Beside []json.RawMessage `json:"beside,omitempty"`
	// Replicas bounds how many of the StatefulSet's pods are made; for `pod` alone, 2 when unset.
	Replicas int32 `json:"replicas,omitempty"`
	// Brief leaves the objects out of the answer.
	Brief bool `json:"brief,omitempty"`
}

// Answer is one line of output.
type Answer struct {
	// Errors are why the object is refused; none when it is accepted.
	Errors []Complaint `json:"errors"`
	// Warnings are what the server says of an object that it accepts.
	Warnings []string `json:"warnings"`
	// Object is the object as it would be stored.
	Object json.RawMessage `json:"object,omitempty"`
	// Made are the claims and pods that the controller makes, in its order.
	Made []Made `json:"made,omitempty"`
}

// Complaint is one reason why an object is refused.
type Complaint struct {
	Type   string `json:"type"`
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

// Made is one object that the StatefulSet controller makes, and what the server says of it.
type Made struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Answer
	// Containers are what each container of a pod is started with.
	Containers map[string]Started `json:"containers,omitempty"`
}

// Started is what a container is started with, once the kubelet has expanded it.
type Started struct {
	Environment map[string]string `json:"environment"`
	Command     []string          `json:"command,omitempty"`
	Args        []string          `json:"args,omitempty"`
}

// answer is what the server says to the question.
func answer(question Question) Answer {
	found := Answer{Errors: []Complaint{}, Warnings: []string{}}
	switch question.Verb {
	case "create":
		_, found = create(question.Object, question.Brief)
	case "update":
		found = update(question)
	case "fill":
		found = fill(question)
	case "pod":
		found = pods(question)
	default:
		found.Errors = append(found.Errors, Complaint{Type: "Question", Detail: fmt.Sprintf("no such verb: %q", question.Verb)})
	}
	return found
}
