// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"time"

	"k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/tools/record"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/controller/history"
	"k8s.io/kubernetes/pkg/controller/statefulset"
)

const fewReplicas = 2

// pods is what the server says of the StatefulSet, and of each claim and pod that its controller makes.
func pods(question Question) Answer {
	object, told := create(question.Object, question.Brief)
	if _, ok := object.(*apps.StatefulSet); !ok {
		return told
	}
	set := must(versioned(object)).(*v1.StatefulSet)
	limit := max(question.Replicas, 0)
	if limit == 0 {
		limit = fewReplicas
	}
	*set.Spec.Replicas = min(*set.Spec.Replicas, limit)
	cluster := newCluster(question)
	cluster.run(set)
	told.Made = cluster.made
	return told
}

// versioned is the object as controllers see it.
func versioned(object runtime.Object) (runtime.Object, error) {
	return legacyscheme.Scheme.ConvertToVersion(object, schema.GroupVersions{v1.SchemeGroupVersion, corev1.SchemeGroupVersion})
}

// run has the controller work on the set until its pods are there, it makes nothing more, or something is refused.
func (c *cluster) run(set *v1.StatefulSet) {
	control := statefulset.NewDefaultStatefulSetControl(
		statefulset.NewStatefulPodControlFromManager(c, &record.FakeRecorder{}), ignored{}, revisions())
	for made := -1; made < len(c.made) && len(c.pods) < int(*set.Spec.Replicas); {
		made = len(c.made)
		status, err := control.UpdateStatefulSet(context.Background(), set, c.ready(), time.Now())
		if err != nil {
			return
		}
		set.Status = *status
	}
}

// revisions keeps the StatefulSet's own, in memory.
func revisions() history.Interface {
	return history.NewFakeHistory(informers.NewSharedInformerFactory(nil, 0).Apps().V1().ControllerRevisions())
}

// ignored takes the status of a StatefulSet, which the set itself is given.
type ignored struct{}

// UpdateStatefulSetStatus does nothing.
func (ignored) UpdateStatefulSetStatus(context.Context, *v1.StatefulSet, *v1.StatefulSetStatus) error {
	return nil
}
