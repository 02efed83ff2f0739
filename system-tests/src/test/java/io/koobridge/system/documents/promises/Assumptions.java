package io.koobridge.system.documents.promises;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods of a class may end as skipped, themselves or by what they call in their class. */
record Assumptions(ClassModel model) {

    /** A property of jqwik that throws away too many of its cases fails: that is none. */
    private static final Pattern ASSUMES = Pattern.compile(
            "org/(junit/jupiter/api/Assumptions|assertj/core/api/Assumptions|assertj/core/api/.*WithAssumptions.*|opentest4j/TestAbortedException)[.].*");

    /** By name and descriptor. */
    Set<String> methods() {
        var assuming = new HashSet<String>();
        while (model.methods().stream()
                .filter(method ->
                        calls(method).anyMatch(call -> ASSUMES.matcher(call).matches() || assuming.contains(call)))
                .anyMatch(method -> assuming.add(key(method)))) {
            // until nobody calls another one of them
        }
        return assuming;
    }

    String key(MethodModel method) {
        return "%s.%s%s"
                .formatted(
                        model.thisClass().asInternalName(),
                        method.methodName().stringValue(),
                        method.methodType().stringValue());
    }

    private static Stream<String> calls(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).flatMap(Assumptions::called);
    }

    private static Stream<String> called(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call ->
                Stream.of("%s.%s%s"
                        .formatted(
                                call.owner().asInternalName(),
                                call.name().stringValue(),
                                call.type().stringValue()));
            // A lambda's body is a method too, and a method reference names one.
            case InvokeDynamicInstruction call ->
                call.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .map(handle -> "%s.%s%s"
                                .formatted(
                                        handle.owner().descriptorString().replaceAll("^L|;$", ""),
                                        handle.methodName(),
                                        handle.lookupDescriptor()));
            default -> Stream.of();
        };
    }
}
