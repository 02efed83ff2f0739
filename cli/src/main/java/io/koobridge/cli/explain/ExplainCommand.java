package io.koobridge.cli.explain;

import io.koobridge.cli.installation.Files;
import io.koobridge.cli.installation.Variables;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koobridge explain}: which part of a captured call's signature is wrong. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells which part of a captured call's signature is wrong. Sends nothing, shows no secret.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is right", "1:something is wrong; it says what", "2:wrong usage"})
public final class ExplainCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private enum Edition {
        V1("v1"),
        V2("v2"),
        KIT_V1("kit-v1"),
        KIT_V2("kit-v2");

        private final String typed;

        Edition(String typed) {
            this.typed = typed;
        }

        /** As users type it. */
        @Override
        public String toString() {
            return typed;
        }
    }

    private final Variables variables;
    private final InputStream in;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "<file>",
            description =
                    "The captured request: the text of an HTTP request, a curl command, or the line of an access log with a GET; - or nothing reads standard input.")
    private @Nullable String file;

    @Option(
            names = "--url",
            paramLabel = "<address>",
            description = "Instead of a capture: the address with its query string.")
    private @Nullable String url;

    @Option(
            names = "--query",
            paramLabel = "<query>",
            description = "Instead of --url: the query string, as it was sent.")
    private @Nullable String query;

    @Option(
            names = "--body-file",
            paramLabel = "<file>",
            description = "With --url or --query: the exact bytes of the body of a POST.")
    private @Nullable String bodyFile;

    @Option(
            names = "--auth-token",
            paramLabel = "<value>",
            description = "With --url or --query: the header authToken of a POST in V1.")
    private @Nullable String authToken;

    @Option(
            names = "--header",
            paramLabel = "<name: value>",
            description =
                    "With --url or --query: x-sign, x-timestamp or x-nonce of a call of the joint-operations kit in V2; each once more.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--received-at",
            paramLabel = "<time>",
            description =
                    "The gateway's clock when it came: 2026-11-22T08:00:00Z or Unix milliseconds. Without it, whether the time stamp was in time is not known, unless it lies in the future.")
    private @Nullable String receivedAt;

    @Option(names = "--body-sign", paramLabel = "<value>", description = "Explain the answer's Body-Sign header, too.")
    private @Nullable String bodySign;

    @Option(names = "--answer-body-file", paramLabel = "<file>", description = "The exact bytes of the answer's body.")
    private @Nullable String answerBodyFile;

    @Option(
            names = "--edition",
            paramLabel = "<edition>",
            description =
                    "How it should be signed: v1, v2, kit-v1 or kit-v2. Default: by the path below /produceAPI and the headers x-…, else v1 for a call with"
                            + " authToken and without a signature in its query, else v2.")
    private @Nullable Edition edition;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean asJson;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    /**
     * The command.
     *
     * @param variables where keys come from when no option gives them
     * @param in standard input
     */
    public ExplainCommand(Variables variables, InputStream in, Clock clock) {
        this.variables = variables;
        this.in = in;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var here = Objects.requireNonNull(spec);
        try {
            var capture = capture();
            var call = capture.call();
            var spoken = edition == null ? usual(call) : edition;
            var given = keys(spoken);
            var diagnosis =
                    switch (spoken) {
                        case V1 -> TokenExplanation.of(tokenCall(call), given);
                        case KIT_V1 -> TokenExplanation.of(new TokenKitBody(call.token(), call.body()), given);
                        case V2 -> Explanation.of(call, given, received());
                        case KIT_V2 -> Explanation.ofKit(call, given, received());
                    };
            var answer = answer(given);
            new ExplainReport(here.commandLine().getOut(), asJson).show(diagnosis, answer.orElse(null), capture.note());
            boolean right = diagnosis.right()
                    && answer.map(check -> check.result() == Check.Result.RIGHT).orElse(true);
            return right ? 0 : 1;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** V2 has a signature in its query; V1 has authToken somewhere, or nothing when that was lost. */
    private static Edition usual(Call call) {
        if (call.isKitV2()) {
            return Edition.KIT_V2;
        }
        if (call.isKitV1()) {
            return Edition.KIT_V1;
        }
        var names = QueryParameters.of(call.query()).raw().keySet();
        boolean token =
                names.contains(AuthToken.NAME) || !tokenCall(call).token().isEmpty();
        return token && !names.contains(SignatureParameters.SIGNATURE) ? Edition.V1 : Edition.V2;
    }

    private static TokenCall tokenCall(Call call) {
        return call.isGet()
                ? new TokenQuery(call.query())
                : new TokenBody(
                        call.token(),
                        call.body(),
                        QueryParameters.of(call.query()).raw().containsKey(AuthToken.NAME));
    }

    /** A gateway tries keys of the kit and then those of V1 for a call of the kit in V1 (design §3). */
    private List<GivenKey> keys(Edition spoken) {
        return switch (spoken) {
            case V1 -> keys.read(variables, List.of(List.of("v1", "base")));
            case V2 -> keys.read(variables, List.of(List.of("base")));
            case KIT_V1 -> keys.read(variables, List.of(List.of("kit"), List.of("v1", "base")));
            case KIT_V2 -> keys.read(variables, List.of(List.of("kit")));
        };
    }

    private Capture capture() {
        if (url == null && query == null) {
            return Capture.read(
                    file == null || file.equals(STANDARD_INPUT)
                            ? Files.bytes(in, "Standard input")
                            : Files.bytes(file));
        }
        if (file != null || (url != null && query != null)) {
            throw new IllegalArgumentException("Give one of a capture, --url and --query.");
        }
        var body = bodyFile == null ? new byte[0] : Files.bytes(bodyFile);
        var method = bodyFile == null && authToken == null && headers.isEmpty() ? Call.GET : Call.POST;
        var sent = query == null ? queryIn(Objects.requireNonNull(url)) : query;
        var signing = Call.signing(headers.stream().map(Call.Header::of).toList());
        var path = url == null ? "" : Capture.pathOf(url);
        return new Capture(new Call(method, path, sent, authToken, signing, body), null);
    }

    /** Some give a query where an address is asked for. */
    private static String queryIn(String url) {
        boolean bare = !url.contains("?") && !url.contains("://") && url.contains("=");
        return bare ? url : Capture.queryOf(url);
    }

    private Optional<Check> answer(List<GivenKey> given) {
        if (bodySign == null && answerBodyFile == null) {
            return Optional.empty();
        }
        if (bodySign == null || answerBodyFile == null) {
            throw new IllegalArgumentException(
                    "An answer is explained by its header and its body: give both --body-sign and"
                            + " --answer-body-file");
        }
        return Optional.of(AnswerSignature.check(bodySign, Files.bytes(answerBodyFile), given));
    }

    private Received received() {
        if (receivedAt == null) {
            return Received.before(clock.instant());
        }
        try {
            return Received.at(
                    receivedAt.matches("[0-9]{1,15}")
                            ? Instant.ofEpochMilli(Long.parseLong(receivedAt))
                            : Instant.parse(receivedAt));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--received-at " + receivedAt
                            + " is neither a time such as 2026-11-22T08:00:00Z nor Unix milliseconds",
                    e);
        }
    }
}
