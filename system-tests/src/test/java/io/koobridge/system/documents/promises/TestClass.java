package io.koobridge.system.documents.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class among the tests of a module, read without loading it.
 *
 * @param outer the one around it
 */
record TestClass(String module, ClassModel model, Optional<TestClass> outer) {

    private static final Pattern PROMISE = Pattern.compile("promise:(.*)");

    /** What surefire takes unless a pom says otherwise; none of ours does. */
    private static final Pattern TAKEN = Pattern.compile("Test.*|.*Tests?|.*TestCase");

    private static final Pattern TEST =
            Pattern.compile("org\\.junit\\.jupiter\\.(api\\.(Test|RepeatedTest|TestFactory)|params\\.ParameterizedTest)"
                    + "|net\\.jqwik\\.api\\.(Property|Example)");

    private static final Pattern CONDITION =
            Pattern.compile("org\\.junit\\.jupiter\\.api\\.(Disabled|condition\\..*)|net\\.jqwik\\.api\\.Disabled");

    private static final Pattern BEFORE = Pattern.compile("org\\.junit\\.jupiter\\.api\\.Before(Each|All)"
            + "|net\\.jqwik\\.api\\.lifecycle\\.Before(Try|Property|Container)");

    static TestClass of(String module, Path classFile) {
        var name = String.valueOf(classFile.getFileName());
        var around = classFile.resolveSibling(name.replaceFirst("\\$[^$]*$", ".class"));
        var outer = around.equals(classFile) || !Files.exists(around)
                ? Optional.<TestClass>empty()
                : Optional.of(of(module, around));
        try {
            return new TestClass(module, ClassFile.of().parse(classFile), outer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return model.thisClass().asInternalName().replace('/', '.');
    }

    Stream<Defence> defences() {
        var assuming = assuming();
        var ofClass = promises(model)
                .map(promise ->
                        defence(promise, Optional.empty(), troubleWithClass(), tests().allMatch(assuming::contains)));
        var ofMethods = model.methods().stream().flatMap(method -> promises(method)
                .map(promise -> defence(
                        promise,
                        Optional.of(method.methodName().stringValue()),
                        troubleWithClass().or(() -> troubleWith(method)),
                        assuming.contains(method))));
        return Stream.concat(ofClass, ofMethods);
    }

    private Defence defence(String promise, Optional<String> method, Optional<String> notRun, boolean assumes) {
        var trouble =
                notRun.map(Trouble::notRun).or(() -> assumes ? Optional.of(Trouble.mayBeSkipped()) : Optional.empty());
        return new Defence(promise, module, name(), method, trouble);
    }

    private Stream<MethodModel> tests() {
        return model.methods().stream().filter(method -> troubleWith(method).isEmpty());
    }

    /** Those that may be skipped: all of them when what comes before each may be. */
    private Set<MethodModel> assuming() {
        boolean all = around().anyMatch(TestClass::assumesBeforeAll);
        var assumptions = new Assumptions(model);
        var keys = assumptions.methods();
        return model.methods().stream()
                .filter(method -> all || keys.contains(assumptions.key(method)))
                .collect(Collectors.toSet());
    }

    private boolean assumesBeforeAll() {
        var assumptions = new Assumptions(model);
        var keys = assumptions.methods();
        return model.methods().stream()
                .filter(method -> method.methodName().stringValue().startsWith("<")
                        || types(method).anyMatch(BEFORE.asMatchPredicate()))
                .anyMatch(method -> keys.contains(assumptions.key(method)));
    }

    /** This class and those around it. */
    private Stream<TestClass> around() {
        return Stream.concat(Stream.of(this), outer.stream().flatMap(TestClass::around));
    }

    private Optional<String> troubleWithClass() {
        var simple = name().substring(name().lastIndexOf('.') + 1);
        var outer = simple.replaceFirst("\\$.*", "");
        if (!TAKEN.matcher(outer).matches()) {
            return Optional.of("surefire takes no class of this name");
        }
        if (simple.contains("$")
                && types(model).noneMatch(type -> type.endsWith(".Nested") || type.endsWith(".Group"))) {
            return Optional.of("a class within another one runs only as @Nested");
        }
        if (model.flags().has(AccessFlag.ABSTRACT)) {
            return Optional.of("it is abstract");
        }
        if (tests().findAny().isEmpty()) {
            return Optional.of("no test of it runs");
        }
        return around().flatMap(one -> condition(one.model()).stream()).findFirst();
    }

    private static Optional<String> troubleWith(MethodModel method) {
        return types(method).anyMatch(TEST.asMatchPredicate()) ? condition(method) : Optional.of("it is no test");
    }

    private static Optional<String> condition(AttributedElement element) {
        return types(element)
                .filter(CONDITION.asMatchPredicate())
                .findFirst()
                .map(type -> "it runs not always: @" + type.substring(type.lastIndexOf('.') + 1));
    }

    private static Stream<String> types(AttributedElement element) {
        return annotations(element).map(TestClass::type);
    }

    private static String type(Annotation annotation) {
        return annotation.className().stringValue().replaceAll("^L|;$", "").replace('/', '.');
    }

    private static Stream<String> promises(AttributedElement element) {
        return annotations(element)
                .flatMap(TestClass::alone)
                .filter(annotation -> type(annotation).endsWith(".Tag"))
                .flatMap(annotation -> annotation.elements().stream())
                .map(AnnotationElement::value)
                .flatMap(value ->
                        value instanceof AnnotationValue.OfString text ? Stream.of(text.stringValue()) : Stream.of())
                .map(PROMISE::matcher)
                .filter(tag -> tag.matches())
                .map(tag -> tag.group(1));
    }

    /** Several tags stand in one container. */
    private static Stream<Annotation> alone(Annotation annotation) {
        List<AnnotationElement> elements = annotation.elements();
        if (elements.size() == 1 && elements.getFirst().value() instanceof AnnotationValue.OfArray array) {
            return array.values().stream()
                    .flatMap(value -> value instanceof AnnotationValue.OfAnnotation inner
                            ? Stream.of(inner.annotation())
                            : Stream.of());
        }
        return Stream.of(annotation);
    }

    private static Stream<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream());
    }
}
