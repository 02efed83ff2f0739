package io.koobridge.runtime.service;

import java.net.URI;

/** Makes the {@link ServiceClient} of each service that is asked; a bean. */
public interface ServiceClients {

    /**
     * The client of one service.
     *
     * @param service its name, which is also the metric's label
     * @param internalUrl base URL of its internal port, without a path
     * @throws IllegalArgumentException when that is no such URL
     */
    ServiceClient of(String service, URI internalUrl);
}
