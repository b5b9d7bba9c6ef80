// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	"k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// cluster is where a StatefulSet's controller makes its objects: each is judged, and kept if it is accepted.
type cluster struct {
	pods   []*v1.Pod
	claims map[string]*v1.PersistentVolumeClaim
	beside source
	made   []Made
	brief  bool
	// standard is the Pod Security Standard that the namespace enforces.
	standard string
}

func newCluster(question Question) *cluster {
	return &cluster{
		claims:   map[string]*v1.PersistentVolumeClaim{},
		beside:   sourceOf(question.Beside),
		made:     []Made{},
		brief:    question.Brief,
		standard: question.Standard,
	}
}

// ready are the pods there are, each as its kubelet reports it once it runs.
func (c *cluster) ready() []*v1.Pod {
	since := metav1.NewTime(time.Now().Add(-1 << 40)) // longer than any minReadySeconds that a test waits for
	for _, pod := range c.pods {
		pod.Status.Phase = v1.PodRunning
		pod.Status.Conditions = []v1.PodCondition{{Type: v1.PodReady, Status: v1.ConditionTrue, LastTransitionTime: since}}
	}
	return c.pods
}

// CreatePod judges the pod, and keeps it if it is accepted.
func (c *cluster) CreatePod(_ context.Context, pod *v1.Pod, _ *appsv1.StatefulSet) error {
	pod.TypeMeta = metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"}
	if pod.Spec.ServiceAccountName == "" {
		pod.Spec.ServiceAccountName = "default" // as the admission of every cluster does
	}
	stored, told, err := judgeMade(pod, pod.Name, "Pod", c.brief)
	if err == nil {
		told.Errors, err = admitted(stored.(*v1.Pod), c.standard)
	}
	if err == nil {
		c.pods = append(c.pods, stored.(*v1.Pod))
		told.Containers = started(stored.(*v1.Pod), c.beside)
	}
	c.made = append(c.made, told)
	return err
}

// CreateClaim judges the claim, and keeps it if it is accepted.
func (c *cluster) CreateClaim(claim *v1.PersistentVolumeClaim, _ *appsv1.StatefulSet) error {
	claim.TypeMeta = metav1.TypeMeta{APIVersion: "v1", Kind: "PersistentVolumeClaim"}
	stored, told, err := judgeMade(claim, claim.Name, "PersistentVolumeClaim", c.brief)
	if err == nil {
		c.claims[claim.Name] = stored.(*v1.PersistentVolumeClaim)
	}
	c.made = append(c.made, told)
	return err
}

// judgeMade is the object as it is stored, what the server says of it, and the error that its maker gets.
func judgeMade(object any, name, kind string, brief bool) (any, Made, error) {
	stored, told := create(must(json.Marshal(object)), brief)
	made := Made{Kind: kind, Name: name, Answer: told}
	if len(told.Errors) > 0 {
		return nil, made, apierrors.NewBadRequest(told.Errors[0].Detail)
	}
	return must(versioned(stored)), made, nil
}

// GetClaim is the claim of the name.
func (c *cluster) GetClaim(_, name string) (*v1.PersistentVolumeClaim, error) {
	if claim, ok := c.claims[name]; ok {
		return claim, nil
	}
	return nil, apierrors.NewNotFound(v1.Resource("persistentvolumeclaims"), name)
}

// GetPod is the pod of the name.
func (c *cluster) GetPod(_, name string) (*v1.Pod, error) {
	for _, pod := range c.pods {
		if pod.Name == name {
			return pod, nil
		}
	}
	return nil, apierrors.NewNotFound(v1.Resource("pods"), name)
}

// UpdateClaim keeps the claim as it is now.
func (c *cluster) UpdateClaim(claim *v1.PersistentVolumeClaim, _ *appsv1.StatefulSet) error {
	c.claims[claim.Name] = claim
	return nil
}

// UpdatePod does nothing: the controller holds the pod itself.
func (c *cluster) UpdatePod(*v1.Pod, *appsv1.StatefulSet) error { return nil }

// DeletePod does nothing: nothing that was just made is ever deleted.
func (c *cluster) DeletePod(*v1.Pod) error { return nil }
