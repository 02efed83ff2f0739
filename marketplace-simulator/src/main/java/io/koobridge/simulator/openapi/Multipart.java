package io.koobridge.simulator.openapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code multipart/form-data} byte by byte, as RFC 7578 and 2046 have it, without preamble and epilogue. */
final class Multipart {
    private static final Pattern TYPE = Pattern.compile(
            "(?i)multipart/form-data;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\";,\\s]{1,70}))\\s*(?:;.*)?");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z*]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");
    private static final int MOST_PARTS = 10;
    private static final int LONGEST_HEAD = 8192;

    private final byte[] body;
    private int at;

    private Multipart(byte[] body) {
        this.body = body;
    }

    /** One part. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Part(
            String name,
            @Nullable String fileName,
            @Nullable String contentType,
            byte[] content) {}

    /** Says what is wrong; never leaves this package. */
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    static List<Part> parts(@Nullable String contentType, byte[] body) {
        Matcher type = TYPE.matcher(contentType == null ? "" : contentType);
        if (!type.matches()) {
            throw new Malformed("Content-Type is not multipart/form-data with a boundary");
        }
        String boundary = type.group(1) == null ? type.group(2) : type.group(1);
        return new Multipart(body).read(boundary);
    }

    private List<Part> read(String boundary) {
        byte[] opening = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] between = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        require(startsWith(opening), "the body does not begin with its boundary");
        at = opening.length;
        List<Part> parts = new ArrayList<>();
        while (!startsWith("--")) {
            require(startsWith("\r\n"), "a boundary is not followed by a line break");
            at += 2;
            require(parts.size() < MOST_PARTS, "more than " + MOST_PARTS + " parts");
            Map<String, String> head = head();
            int end = indexOf(between, at);
            require(end >= 0, "the last boundary is missing");
            parts.add(part(head, Arrays.copyOfRange(body, at, end)));
            at = end + between.length;
        }
        at += 2;
        require(
                at == body.length || (startsWith("\r\n") && at + 2 == body.length),
                "something follows the last boundary");
        return List.copyOf(parts);
    }

    private Map<String, String> head() {
        int end = indexOf("\r\n\r\n".getBytes(StandardCharsets.US_ASCII), at);
        require(end >= 0 && end - at <= LONGEST_HEAD, "a part has no end of its headers");
        String text = new String(body, at, end - at, StandardCharsets.UTF_8);
        at = end + 4;
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : text.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            require(colon > 0, "a part has a header without a colon");
            String before = head.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            require(before == null, "a part has a header twice");
        }
        return head;
    }

    private static Part part(Map<String, String> head, byte[] content) {
        String disposition = head.getOrDefault("content-disposition", "");
        require(
                disposition.toLowerCase(Locale.ROOT).startsWith("form-data"),
                "a part has no Content-Disposition: form-data");
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(disposition);
        while (parameter.find()) {
            String value = parameter.group(2) == null
                    ? parameter.group(3)
                    : parameter.group(2).replaceAll("\\\\(.)", "$1");
            parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
        }
        String name = parameters.get("name");
        if (name == null) {
            throw new Malformed("a part has no name");
        }
        return new Part(name, parameters.get("filename"), head.get("content-type"), content);
    }

    private boolean startsWith(String text) {
        return startsWith(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean startsWith(byte[] wanted) {
        return at + wanted.length <= body.length
                && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = from; i + wanted.length <= body.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new Malformed(message);
        }
    }
}
