package io.koobridge.crypto.openapi;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.http.HttpRequest;
import java.util.Map;

/** Signs Content-Type too, as other libraries do; the marketplace follows SignedHeaders (usage-and-open-api §7.1, §7.4). */
final class ContentTypeSigner extends AKSKSigner {

    private final String contentType;

    ContentTypeSigner(String contentType) {
        this.contentType = contentType;
    }

    @Override
    protected Map<String, String> combineAllHeaders(HttpRequest request, Map<String, String> added) {
        Map<String, String> headers = super.combineAllHeaders(request, added);
        headers.put("content-type", contentType);
        return headers;
    }
}
