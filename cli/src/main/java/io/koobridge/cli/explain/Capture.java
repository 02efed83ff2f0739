package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call out of what people capture: the text of an HTTP request, a curl command, or a line of an access log.
 *
 * @param note what was done to the capture; absent when nothing was
 */
record Capture(Call call, @Nullable String note) {

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (\\S+)( HTTP/[0-9.]+)?\\s*");

    /** A line of an access log; of a GET it has the whole call. */
    private static final Pattern LOGGED_GET = Pattern.compile("\"GET (\\S+\\?\\S+) HTTP/[0-9.]+\"");

    /** @throws IllegalArgumentException saying what is not understood */
    static Capture read(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 16), ISO_8859_1).stripLeading();
        return start.startsWith("curl ") ? curl(new String(bytes, UTF_8)) : http(bytes);
    }

    /** What stands behind the question mark of an address or of a request's target; empty where there is none. */
    static String queryOf(String address) {
        int mark = address.indexOf('?');
        var query = mark < 0 ? "" : address.substring(mark + 1);
        int fragment = query.indexOf('#');
        return fragment < 0 ? query : query.substring(0, fragment);
    }

    /** Of an address or of a request's target; empty where there is none. */
    static String pathOf(String address) {
        var target = address.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "");
        int end = 0;
        while (end < target.length() && "?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return target.substring(0, end);
    }

    private static Capture http(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        int end = text.indexOf('\n');
        var firstLine = end < 0 ? text : text.substring(0, end);
        var request = REQUEST_LINE.matcher(firstLine);
        if (!request.matches()) {
            var logged = LOGGED_GET.matcher(firstLine);
            if (logged.find()) {
                return new Capture(new Call(Call.GET, queryOf(logged.group(1)), null, new byte[0]), null);
            }
            throw new IllegalArgumentException(
                    "The capture is neither an HTTP request, which begins with a line such as 'POST /path?signature=... HTTP/1.1',"
                            + " nor a curl command, nor a line of an access log with a GET. Give --url and --body-file if you have the parts.");
        }
        int blank = blankLine(text);
        var head = blank < 0 ? text : text.substring(0, blank);
        var body = blank < 0 ? new byte[0] : Arrays.copyOfRange(bytes, afterBlankLine(text, blank), bytes.length);
        var headers = head.lines().skip(1).toList();
        if (header(headers, "transfer-encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "The capture's body is chunked: give --url and, with the chunks put together, --body-file.");
        }
        if (header(headers, "content-encoding")
                .filter(value -> !value.equals("identity"))
                .isPresent()) {
            throw new IllegalArgumentException("The capture's body is compressed: give --url and --body-file.");
        }
        var call = new Call(
                request.group(1),
                pathOf(request.group(2)),
                queryOf(request.group(2)),
                header(headers, AuthToken.NAME.toLowerCase(Locale.ROOT)).orElse(null),
                Call.signing(headers.stream().map(Call.Header::of).toList()),
                body);
        return cut(call, header(headers, "content-length"));
    }

    /** What editors add behind the last byte is not part of the call. */
    private static Capture cut(Call call, Optional<String> contentLength) {
        if (contentLength.filter(text -> text.matches("[0-9]{1,9}")).isEmpty()) {
            return new Capture(call, null);
        }
        int length = Integer.parseInt(contentLength.get());
        int captured = call.body().length;
        if (captured > length) {
            return new Capture(
                    call.withBody(Arrays.copyOf(call.body(), length)),
                    "%d bytes behind the body were left out, as Content-Length says.".formatted(captured - length));
        }
        return new Capture(
                call,
                captured == length
                        ? null
                        : "The captured body has %d bytes, Content-Length says %d: something is missing or was converted."
                                .formatted(captured, length));
    }

    private static int blankLine(String text) {
        int unix = text.indexOf("\n\n");
        int windows = text.indexOf("\r\n\r\n");
        return windows >= 0 && (unix < 0 || windows < unix) ? windows : unix;
    }

    private static int afterBlankLine(String text, int blank) {
        return blank + (text.startsWith("\r\n\r\n", blank) ? 4 : 2);
    }

    private static Optional<String> header(List<String> headers, String name) {
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ':'))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static Capture curl(String command) {
        return new Capture(CurlCommand.of(ShellWords.of(command)).call(), null);
    }
}
