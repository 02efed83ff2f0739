package io.koobridge.gateway.dialect.saas;

import java.util.Optional;

/**
 * Where the editions' answers differ.
 *
 * @param longCodeList whether the codes from 000101 to 000107 are known there (design §10)
 * @param changeRefused six digits: "this change is not possible"
 */
public record SaasWording(
        String contentType, boolean longCodeList, String changeRefused, AccessWriter access, WaitingPage waitingPage) {

    /** Where a buyer can wait for an instance that is on its way. */
    @FunctionalInterface
    public interface WaitingPage {

        WaitingPage NONE = _ -> Optional.empty();

        /** An address of at most 512 ASCII characters, always the same for the same instance; empty when there is no such page. */
        Optional<String> at(String instanceId);
    }
}
