package io.koobridge.crypto.openapi;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.IAKSKSigner;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * SDK-HMAC-SHA256 by Huawei's own library (usage-and-open-api §7.4). The header Host is signed as the URI's authority, which is what an HTTP
 * client sends; it is not among the headers returned, because clients set it themselves.
 */
public final class AkSkRequestSigner implements RequestSigner {

    private static final String DATE = "X-Sdk-Date";
    private static final String AUTHORIZATION = "Authorization";
    private static final DateTimeFormatter DATE_FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final IAKSKSigner signer;
    private final AccessKey credentials;
    private final InstantSource clock;

    /**
     * Signs with the unmodified library.
     *
     * @param credentials AK as the id and SK as the secret, of the seller's own account
     * @param clock the real one: the marketplace refuses a date more than 15 minutes off
     */
    public AkSkRequestSigner(AccessKey credentials, InstantSource clock) {
        this(AKSKSigner.getInstance(), credentials, clock);
    }

    AkSkRequestSigner(IAKSKSigner signer, AccessKey credentials, InstantSource clock) {
        this.signer = signer;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Map<String, String> sign(SignableRequest request) {
        String date = DATE_FORMAT.format(clock.instant());
        BasicCredentials pair = new BasicCredentials().withAk(credentials.id()).withSk(credentials.secret());
        String authorization = signer.sign(translated(request, date), pair).get(AUTHORIZATION);
        if (authorization == null) {
            throw new IllegalStateException("the signing library returned no Authorization header");
        }
        return Map.of(DATE, date, AUTHORIZATION, authorization);
    }

    private static HttpRequest translated(SignableRequest request, String date) {
        URI uri = request.uri();
        var translated = HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(request.method()))
                .withEndpoint(uri.getScheme() + "://" + uri.getRawAuthority())
                .withPath(uri.getRawPath())
                .addHeader(DATE, date)
                // As a stream: the library would encode a string itself, and we sign the very bytes that are sent.
                .withBody(new ByteArrayInputStream(request.body()));
        // The library does not trim, and a server does.
        request.headers().forEach((name, value) -> translated.addHeader(name, value.strip()));
        request.parameters().forEach((name, value) -> translated.addQueryParam(name, List.of(value)));
        return translated.build();
    }
}
