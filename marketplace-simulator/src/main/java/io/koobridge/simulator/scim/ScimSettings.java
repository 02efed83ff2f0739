package io.koobridge.simulator.scim;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stand-in directory.
 *
 * @param token what its callers must bear; empty: there is no directory
 */
@ConfigurationProperties("koobridge.simulator.scim")
public record ScimSettings(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "settings of the directory";
    }
}
