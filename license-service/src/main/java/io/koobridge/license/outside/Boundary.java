package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.stream.Stream;

/** What stands between the parts of a form: the same for the same content, so that an upload that is repeated is the same bytes. */
final class Boundary {

    private static final int LENGTH = 32;

    private Boundary() {}

    /** Derived from the first of these contents, and in none of them. */
    static String outside(byte[]... contents) {
        return firstOutside(
                Stream.iterate(UploadForm.sha256(contents[0]), UploadForm::sha256)
                        .map(hash ->
                                "koobridge-" + HexFormat.of().formatHex(hash).substring(0, LENGTH)),
                contents);
    }

    static String firstOutside(Stream<String> candidates, byte[]... contents) {
        var texts = Stream.of(contents)
                .map(content -> new String(content, ISO_8859_1))
                .toList();
        return candidates
                .filter(candidate -> texts.stream().noneMatch(text -> text.contains(candidate)))
                .findFirst()
                .orElseThrow();
    }
}
