package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.LicenseFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A licence as the form of license §5.1, byte for byte as it is signed and sent. The same licence gives the same bytes.
 *
 * @param contentType with the boundary
 */
@SuppressWarnings("ArrayRecordComponent") // written once, sent, never compared
record UploadForm(String contentType, byte[] bytes) {

    /** Of a text licence, and of a file's name. */
    private static final int LONGEST = 1_024;

    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    /**
     * As text where the licence is one without a name of at most 1,024 characters; else as a file.
     *
     * @param usualName for a file that has none, or one that is too long
     */
    static UploadForm of(LicenseFile licence, String usualName) {
        var bytes = licence.bytes();
        var request = new LinkedHashMap<String, String>();
        var text = licence.name().isPresent() ? Optional.<String>empty() : text(bytes);
        if (text.isPresent()) {
            request.put("type", "CHARACTERS");
            request.put("characters", text.get());
            return form(bytes, Optional.empty(), Json.mapper().writeValueAsBytes(request));
        }
        var name = licence.name()
                .filter(given -> !given.isBlank() && given.length() <= LONGEST)
                .orElse(usualName);
        request.put("type", "FILE");
        request.put("file_name", name);
        request.put("sha256", HexFormat.of().formatHex(sha256(bytes)));
        return form(bytes, Optional.of(name), Json.mapper().writeValueAsBytes(request));
    }

    /** The text that these bytes are, if they are one that fits. */
    private static Optional<String> text(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text)
                    .filter(read -> !read.isEmpty() && read.length() <= LONGEST)
                    .filter(read -> !CONTROL_BUT_LINES.matcher(read).find());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static UploadForm form(byte[] licence, Optional<String> fileName, byte[] request) {
        var boundary = Boundary.outside(licence, request);
        var form = new ByteArrayOutputStream();
        fileName.ifPresent(name -> {
            write(
                    form,
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                            .formatted(boundary, quoted(name)));
            write(form, "Content-Type: application/octet-stream\r\n\r\n");
            form.writeBytes(licence);
            write(form, "\r\n");
        });
        write(form, "--%s\r\nContent-Disposition: form-data; name=\"isvUpdateFileReq\"\r\n".formatted(boundary));
        write(form, "Content-Type: application/json\r\n\r\n");
        form.writeBytes(request);
        write(form, "\r\n--%s--\r\n".formatted(boundary));
        return new UploadForm("multipart/form-data; boundary=" + boundary, form.toByteArray());
    }

    /** As browsers do (RFC 7578 §4.2 leaves it open): a name can never end the header that it stands in. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replaceAll("\\p{Cntrl}", "_").replace("\\", "_");
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
