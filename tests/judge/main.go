// SPDX-License-Identifier: Apache-2.0

// Command judge says what a Kubernetes API server would: a question a line on standard input, an answer a line on
// standard output, both JSON.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/go-logr/logr"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/capabilities"
)

func main() {
	folder := flag.String("crds", besideProgram("crds"), "folder with the CustomResourceDefinitions of further kinds")
	fields := flag.Bool("fields", false, "write down the fields of the kinds that are compared, and answer nothing")
	flag.Parse()
	klog.SetLogger(logr.Discard())
	debug.SetGCPercent(400)     // what is kept is little, and what is thrown away much
	capabilities.Setup(true, 0) // a server whose cluster has privileged pods, as those of kubeadm are set up
	if err := addCustomKinds(*folder); err != nil {
		log.Fatal(err)
	}
	if *fields {
		if err := writeFields(os.Stdout); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := serve(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// besideProgram is the path of what stands in the program's own folder.
func besideProgram(name string) string {
	return filepath.Join(filepath.Dir(must(os.Executable())), name)
}

// serve answers each question until there are no more.
func serve(questions io.Reader, answers io.Writer) error {
	in := bufio.NewReaderSize(questions, 1<<16)
	out := bufio.NewWriterSize(answers, 1<<16)
	decoder, encoder := json.NewDecoder(in), json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for {
		var question Question
		if err := decoder.Decode(&question); errors.Is(err, io.EOF) {
			return out.Flush()
		} else if err != nil {
			return err
		}
		if err := encoder.Encode(answer(question)); err != nil {
			return err
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
}
