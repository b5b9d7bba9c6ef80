// SPDX-License-Identifier: Apache-2.0

import build.buf.protovalidate.Config;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPathElement;
import build.buf.validate.ValidateProto;
import build.buf.validate.Violation;
import com.google.gson.Gson;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.TypeRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the Java engine gives Python's verdict on each case: {@code Verdicts IMAGE CASES}. */
public final class Verdicts {
  /** A message, and what Python says of it. */
  record Case(String id, String type, String message, List<String> verdict) {}

  public static void main(String[] args) throws Exception {
    List<FileDescriptor> files = files(Path.of(args[0]));
    TypeRegistry types =
        TypeRegistry.newBuilder().add(files.stream().flatMap(file -> file.getMessageTypes().stream()).toList()).build();
    Config config = Config.newBuilder().setTypeRegistry(types).setExtensionRegistry(extensions(files)).build();
    Validator validator = ValidatorFactory.newBuilder().withConfig(config).build();
    Case[] cases = new Gson().fromJson(Files.readString(Path.of(args[1])), Case[].class);
    int failed = 0;
    for (Case one : cases) {
      Descriptor type = types.find(one.type());
      DynamicMessage message = DynamicMessage.parseFrom(type, Base64.getDecoder().decode(one.message()));
      if (!agrees(one, verdict(validator, message))) {
        failed++;
      }
    }
    System.out.printf("Java: %d passed, %d failed%n", cases.length - failed, failed);
    System.exit(failed > 0 || cases.length == 0 ? 1 : 0);
  }

  /** The image's files, of which each comes after those that it imports; the engine brings validate.proto itself. */
  static List<FileDescriptor> files(Path image) throws Exception {
    ExtensionRegistry options = ExtensionRegistry.newInstance();
    ValidateProto.registerAllExtensions(options);
    Map<String, FileDescriptor> built = new HashMap<>();
    for (FileDescriptorProto file : FileDescriptorSet.parseFrom(Files.readAllBytes(image), options).getFileList()) {
      FileDescriptor[] imported = file.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
      built.put(file.getName(), file.getName().equals("buf/validate/validate.proto")
          ? ValidateProto.getDescriptor() : FileDescriptor.buildFrom(file, imported));
    }
    return List.copyOf(built.values());
  }

  /** The predefined rules among the files' extensions. */
  static ExtensionRegistry extensions(List<FileDescriptor> files) {
    ExtensionRegistry registry = ExtensionRegistry.newInstance();
    for (FileDescriptor file : files) {
      for (FieldDescriptor extension : file.getExtensions()) {
        if (extension.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
          registry.add(extension);
        }
      }
    }
    return registry;
  }

  /** Whether both verdicts are one; else both are shown. */
  static boolean agrees(Case one, List<String> verdict) {
    String python = inOrder(one.verdict());
    String java = inOrder(verdict);
    if (!python.equals(java)) {
      System.out.printf("FAILED %s%n  Python:%n%s%n  Java:%n%s%n", one.id(), python, java);
    }
    return python.equals(java);
  }

  /** What this engine says, be it that it cannot say. */
  static List<String> verdict(Validator validator, DynamicMessage message) {
    try {
      return validator.validate(message).toProto().getViolationsList().stream().map(Verdicts::line).toList();
    } catch (ValidationException unable) {
      return List.of(unable.toString());
    }
  }

  static String inOrder(List<String> lines) {
    return lines.isEmpty() ? "    valid" : lines.stream().map(one -> "    " + one).sorted().collect(Collectors.joining("\n"));
  }

  /** What every engine must say of a violation; the text of a standard rule is the engine's own. */
  static String line(Violation violation) {
    String path =
        violation.getField().getElementsList().stream().map(Verdicts::step).collect(Collectors.joining("."));
    return path + (violation.getForKey() ? " (key)" : "") + ": " + violation.getRuleId()
        + (isOurs(violation) ? ": " + violation.getMessage() : "");
  }

  /** One step of a path: a field, or an element of it. */
  static String step(FieldPathElement element) {
    return element.getFieldName() + switch (element.getSubscriptCase()) {
      case INDEX -> "[" + element.getIndex() + "]";
      case STRING_KEY -> "[" + element.getStringKey() + "]";
      default -> "";
    };
  }

  /** Whether the rule is written in the protos, as CEL of a message or field or as a predefined rule. */
  static boolean isOurs(Violation violation) {
    List<FieldPathElement> path = violation.getRule().getElementsList();
    if (path.isEmpty()) {
      return !violation.getRuleId().equals("required") && !violation.getRuleId().equals("message.oneof");
    }
    String last = path.get(path.size() - 1).getFieldName();
    return last.equals("cel") || last.startsWith("[");
  }
}
