package io.koobridge.tenant.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.seal.Sealing;
import io.koobridge.service.web.ApiKey;
import io.koobridge.tenant.Stores;
import io.koobridge.tenant.login.desk.Centres;
import io.koobridge.tenant.login.desk.SessionPatrol;
import io.koobridge.tenant.login.desk.Standing;
import io.koobridge.tenant.login.domain.LoginDomain;
import io.koobridge.tenant.login.domain.LoginProfile;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.RefreshTokens;
import io.koobridge.tenant.login.ledger.UsedCodes;
import io.koobridge.tenant.login.outside.OneAccess;
import io.koobridge.tenant.login.outside.PublicAddresses;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** The door of logins on a real port, before a store that speaks MongoDB's protocol and a OneAccess over HTTP. */
public final class LoginBench implements AutoCloseable {

    public static final String API_KEY = "a-key-that-a-test-made-up";
    public static final String RETURN = "https://erp.example.com/login/return";
    public static final String LOGGED_OUT = "https://erp.example.com/bye";
    public static final String CALLBACK = "https://login.example.com/login/erp/callback";
    public static final String CAS = "https://login.example.com/login/cas/cas?tenant={tenant}";
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final SealingKeys KEYS = SealingKeys.generate();

    public final People people = new People();
    public final StubCentre centre = new StubCentre();
    public final MutableClock clock = MutableClock.at(People.NOW);
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public final KeyPair signing = TestPem.pair("secp256r1");
    public final Stores stores = Stores.fresh(LoginBench.class);
    public final LoginSessions sessions;
    public final Browser browser;
    private final SessionPatrol patrol;
    private final DisposableServer server;

    public LoginBench() {
        this(true);
    }

    /** @param loopback whether the OneAccess of this bench may be called */
    public LoginBench(boolean loopback) {
        people.knows(People.tenant(People.TENANT, centre.url()));
        people.knows(People.user("li.lei"));
        var random = new Tokens(new SecureRandom());
        sessions = new LoginSessions(
                LedgerModule.collection(stores.database(), "login-sessions"), clock, random::base64, 3);
        var codes = new UsedCodes(LedgerModule.collection(stores.database(), "login-codes"), clock);
        var tokens = new RefreshTokens(new Sealing(Sealer.of(KEYS.publicKeyset()), Opener.of(KEYS.privateKeyset())));
        var settings = new LoginSettings(properties(), new DefaultResourceLoader());
        var centres = new Centres(people, people, new LoginDomain.Rule(loopback, List.of()));
        var standing = new Standing(people, centres);
        var oneAccess = new OneAccess(
                new Asked(),
                HttpClient.create().responseTimeout(TIMEOUT).resolvedAddressesSelector(PublicAddresses.of(loopback)),
                TIMEOUT);
        var parts = new LoginDoorway.Parts(
                centres, standing, oneAccess, new LoginDoorway.Books(codes, sessions, tokens, Duration.ofHours(12)));
        var telemetry = new Telemetry("test", clock, new RecordingJournal(), metrics);
        patrol = new SessionPatrol(sessions, codes, standing, new SessionPatrol.Scope(settings.applications(), clock));
        server = HttpServer.create()
                // Answers here are written by whatever thread has them: a next request on their connection might be
                // lost (reactor-netty #4361).
                .maxKeepAliveRequests(1)
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        RouterFunctions.toHttpHandler(new LoginDoorway(settings, people, parts, telemetry)
                                .routes()
                                .open())))
                .bindNow();
        browser = new Browser(URI.create("http://127.0.0.1:" + server.port()));
    }

    /** Without a breaker. */
    private static final class Asked implements OutsideSystem {
        @Override
        public <T> Mono<Answer<T>> ask(String operation, String subject, Mono<T> call) {
            return call.map(Answer.Answered::new);
        }
    }

    private LoginProperties properties() {
        return new LoginProperties(
                Map.of(
                        "erp", application(CALLBACK, LoginProfile.ONEACCESS, null, null, true, false),
                        "cas", application(CALLBACK, LoginProfile.ONEACCESS, null, CAS, true, false),
                        "closed", application(CALLBACK, LoginProfile.ONEACCESS, null, null, false, false),
                        "orgid", application(CALLBACK, LoginProfile.ORGID, centre.url(), null, true, true),
                        "careful", application(CALLBACK, LoginProfile.ONEACCESS, null, null, true, true),
                        "strict", application(CALLBACK, LoginProfile.ONEACCESS, null, null, false, true),
                        "careful-cas", application(CALLBACK, LoginProfile.ONEACCESS, null, CAS, false, true)),
                URI.create("https://login.example.com"),
                List.of("a-secret-of-the-tests-that-is-long-enough"),
                List.of(new LoginProperties.SigningKey("k1", TestPem.privateHalf(signing), null)),
                new LoginProperties.Sessions(Duration.ofHours(12), 3, Duration.ofMinutes(1)),
                new LoginProperties.Calls(TIMEOUT, List.of(), false));
    }

    private static LoginProperties.Application application(
            String callback,
            LoginProfile profile,
            @Nullable String server,
            @Nullable String cas,
            boolean platformInitiated,
            boolean confirm) {
        return new LoginProperties.Application(
                People.APP_ID,
                profile,
                URI.create(callback),
                List.of(URI.create(RETURN), URI.create("https://crm.example.com/in/")),
                List.of(URI.create(LOGGED_OUT)),
                List.of(new ApiKey("test", sha256(API_KEY))),
                URI.create("https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP"),
                server,
                cas,
                platformInitiated,
                confirm);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    public double counted(String outcome) {
        return metrics.find("koobridge.logins").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    public long patrolled() {
        Long found = patrol.once().block();
        return found == null ? 0 : found;
    }

    @Override
    public void close() {
        server.disposeNow();
        centre.close();
        stores.close();
    }
}
