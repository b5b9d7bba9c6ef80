// SPDX-License-Identifier: Apache-2.0

package main

import (
	"k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

var standards = must(policy.NewEvaluator(policy.DefaultChecks(), nil))

// admitted is what the admission of a namespace that enforces the Pod Security Standard says against the pod, and the
// error that the pod's maker gets.
func admitted(pod *v1.Pod, standard string) ([]Complaint, error) {
	found := []Complaint{}
	if standard == "" {
		return found, nil
	}
	level := api.LevelVersion{Level: api.Level(standard), Version: api.LatestVersion()}
	for _, result := range standards.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec) {
		if !result.Allowed {
			found = append(found, Complaint{Type: "Forbidden", Field: standard, Detail: result.ForbiddenReason + ": " + result.ForbiddenDetail})
		}
	}
	if len(found) > 0 {
		return found, apierrors.NewBadRequest(found[0].Detail)
	}
	return found, nil
}
