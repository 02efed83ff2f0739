package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a curl command sends. Options that change nothing that is signed are known and left out; any other is refused,
 * because a part of the call that is quietly lost would be blamed on who signed it.
 */
record CurlCommand(Call call) {

    private static final Set<String> DATA = words("-d --data --data-raw --data-binary --data-ascii --json");
    private static final String DATA_AS_IT_IS = "--data-raw";

    private static final Set<String> METHOD = words("-X --request");
    private static final Set<String> HEADER = words("-H --header");

    /** With a value, nearly all without a say in what is signed. */
    private static final Set<String> WITH_VALUE = words(
            "-X --request -H --header -o --output -A --user-agent -u --user"
                    + " -m --max-time -b --cookie -c --cookie-jar -e --referer -x --proxy -w --write-out -D --dump-header -E --cert"
                    + " --cacert --key --connect-timeout --retry --retry-delay --resolve --connect-to --ciphers --tls-max --interface");

    private static final Set<String> ALONE = words(
            "-s --silent -S --show-error -k --insecure -i --include -v --verbose -L"
                    + " --location -f --fail --fail-with-body -g --globoff -N --no-buffer -q --disable -4 --ipv4 -6 --ipv6 -0 --http1.0"
                    + " --http1.1 --http2 --compressed --tlsv1.2 --tlsv1.3 --no-progress-meter -# --progress-bar --path-as-is");

    /** @throws IllegalArgumentException naming the option that is not understood */
    static CurlCommand of(List<String> words) {
        var reader = new Reader(words.subList(1, words.size()).iterator());
        reader.read();
        if (reader.address == null || (!reader.address.contains("?") && reader.data.isEmpty())) {
            throw new IllegalArgumentException(
                    "The curl command has no address with a query string, and no body either.");
        }
        return new CurlCommand(new Call(
                reader.method == null ? usual(reader.data) : reader.method,
                Capture.pathOf(reader.address),
                Capture.queryOf(reader.address),
                reader.token,
                Call.signing(reader.headers),
                String.join("&", reader.data).getBytes(UTF_8)));
    }

    private static String usual(List<String> data) {
        return data.isEmpty() ? Call.GET : Call.POST;
    }

    private static Set<String> words(String all) {
        return new TreeSet<>(Arrays.asList(all.split(" ", -1)));
    }

    private static final class Reader {

        private final Iterator<String> words;
        private final List<String> data = new ArrayList<>();
        private final List<Call.Header> headers = new ArrayList<>();
        private @Nullable String address;
        private @Nullable String method;
        private @Nullable String token;
        private boolean json;

        Reader(Iterator<String> words) {
            this.words = words;
        }

        void read() {
            while (words.hasNext()) {
                var word = words.next();
                if (word.startsWith("--")) {
                    longOption(word);
                } else if (word.startsWith("-") && word.length() > 1) {
                    shortOptions(word);
                } else {
                    address(word);
                }
            }
        }

        /** curl itself takes {@code --name value} alone; {@code --name=value} is what people and other tools write. */
        private void longOption(String word) {
            int equal = word.indexOf('=');
            var name = equal < 0 ? word : word.substring(0, equal);
            if (ALONE.contains(name) && equal < 0) {
                return;
            }
            take(name, equal < 0 ? null : word.substring(equal + 1));
        }

        /** {@code -sSd'...'}: letters without a value, then one with the rest of the word as its value. */
        private void shortOptions(String word) {
            for (int at = 1; at < word.length(); at++) {
                var name = "-" + word.charAt(at);
                if (!ALONE.contains(name)) {
                    var rest = word.substring(at + 1);
                    take(name, rest.isEmpty() ? null : rest);
                    return;
                }
            }
        }

        private void take(String name, @Nullable String attached) {
            if (DATA.contains(name)) {
                data(name, value(name, attached));
            } else if (name.equals("--url")) {
                address(value(name, attached));
            } else if (WITH_VALUE.contains(name)) {
                takeNote(name, value(name, attached));
            } else {
                throw new IllegalArgumentException(
                        "The curl command has the option %s, which is not understood here: leave it out if it changes none of address, method, body and signing headers, else give --url, --body-file and --header."
                                .formatted(name));
            }
        }

        private String value(String name, @Nullable String attached) {
            if (attached != null) {
                return attached;
            }
            if (!words.hasNext()) {
                throw new IllegalArgumentException(
                        "The curl command ends behind %s, which needs a value.".formatted(name));
            }
            return words.next();
        }

        private void data(String name, String value) {
            if (value.startsWith("@") && !name.equals(DATA_AS_IT_IS)) {
                throw new IllegalArgumentException(
                        "The curl command reads its body from a file: give --url and --body-file.");
            }
            // curl joins the parts of --json without anything between them.
            if (name.equals("--json") && json) {
                data.add(data.removeLast() + value);
            } else {
                data.add(value);
            }
            json = name.equals("--json");
        }

        private void takeNote(String name, String value) {
            if (METHOD.contains(name)) {
                method = value.toUpperCase(Locale.ROOT);
            } else if (HEADER.contains(name)) {
                var header = Call.Header.of(value);
                headers.add(header);
                header(header.name(), header.value());
            }
        }

        private void header(String name, String value) {
            if (name.equalsIgnoreCase("content-encoding") && !value.equalsIgnoreCase("identity")) {
                throw new IllegalArgumentException("The capture's body is compressed: give --url and --body-file.");
            }
            if (name.equalsIgnoreCase(AuthToken.NAME) && token == null) {
                token = value;
            }
        }

        private void address(String word) {
            if (address != null) {
                throw new IllegalArgumentException(
                        "The curl command has two addresses, '%s' and '%s'; one of them may be the value of an option."
                                .formatted(address, word));
            }
            address = word;
        }
    }
}
