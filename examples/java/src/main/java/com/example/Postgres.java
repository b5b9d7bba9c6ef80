// SPDX-License-Identifier: Apache-2.0
package com.example;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.ValidatorFactory;
import org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.KubernetesStatefulSet;

/** Builds a manifest, validates it, and prints the first problem. */
public final class Postgres {
  public static void main(String[] args) throws Exception {
    KubernetesStatefulSet.Builder manifest =
        KubernetesStatefulSet.newBuilder()
            .setApiVersion("kubernetes.project-planton.org/v1")
            .setKind("KubernetesStatefulSet");
    manifest.getMetadataBuilder().setName("Postgres_DB");
    manifest.getSpecBuilder().getNamespaceBuilder().setValue("database");
    manifest.getSpecBuilder().getContainerBuilder().getAppBuilder().getImageBuilder()
        .setRepo("postgres")
        .setTag("16.4");

    ValidationResult result = ValidatorFactory.newBuilder().build().validate(manifest.build());
    if (result.isSuccess()) {
      System.out.println("valid");
    } else {
      System.out.println(new ValidationResult(result.getViolations().subList(0, 1)));
    }
  }
}
