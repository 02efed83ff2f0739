package io.koobridge.crypto.openapi;

import java.util.Map;

/** Authenticates a request to the marketplace's open API. */
public interface RequestSigner {

    /**
     * The headers to add to the request, which must then be sent exactly as described: this URI, these headers, these body bytes. A
     * signature belongs to one host and one moment: a request that goes to another host, or again later, is signed anew.
     */
    Map<String, String> sign(SignableRequest request);
}
