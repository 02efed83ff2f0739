package io.koobridge.system.documents.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Enums among class files, read without loading anything. */
record Enums(Path classFiles) {

    static Enums in(Path classFiles) {
        return new Enums(classFiles);
    }

    List<String> constants(String type) {
        var file = classFiles.resolve(type.replace('.', '/') + ".class");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return ClassFile.of().parse(file).fields().stream()
                    .filter(field -> field.flags().has(AccessFlag.ENUM))
                    .map(FieldModel::fieldName)
                    .map(name -> name.stringValue())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
