package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one HTTP/1.1 answer byte by byte, whole or chunked. */
final class HttpAnswer {
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_ANSWER = 1 << 20;

    private HttpAnswer() {}

    static Reply read(InputStream in) throws IOException {
        String[] status = line(in).split(" ", 3);
        if (status.length < 2) {
            return new Reply.Broken("no HTTP answer");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        byte[] body = body(in, headers);
        return new Reply.Answered(
                Integer.parseInt(status[1]), ignoringCase(headers, "Content-Type"), headers.get("Body-Sign"), body);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(ignoringCase(headers, "Transfer-Encoding"))) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                limit(all.size() + (long) size);
                all.writeBytes(exactly(in, size));
                line(in);
            }
            return all.toByteArray();
        }
        String length = ignoringCase(headers, "Content-Length");
        int size = length == null ? 0 : Integer.parseInt(length);
        limit(size);
        return exactly(in, size);
    }

    private static void limit(long size) throws IOException {
        if (size > LONGEST_ANSWER) {
            throw new IOException("answer is longer than " + LONGEST_ANSWER + " bytes");
        }
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) one(in);
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = one(in); b != '\n'; b = one(in)) {
            if (b != '\r') {
                line.write(b);
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a header line is too long");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static int one(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new IOException("the connection ended before the answer was whole");
        }
        return b;
    }

    private static @Nullable String ignoringCase(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
