// SPDX-License-Identifier: Apache-2.0

package main

// fill is the object with its defaults, though it may be one that would be refused.
func fill(question Question) Answer {
	found := Answer{Errors: []Complaint{}, Warnings: []string{}}
	known, err := kindOf(question.Object)
	if err == nil {
		found.Object, err = filled(known, question.Object)
	}
	if err != nil {
		found.Errors = complaints(err)
	}
	return found
}

// filled is the object as a client would read it, had it been stored as it is.
func filled(known *kind, data []byte) ([]byte, error) {
	object, err := known.decode(data)
	if object == nil {
		return nil, err
	}
	return known.encode(object)
}
