package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.runtime.webhook.WebhookText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the marketplace can show what a provisioner answered (saas-v2 §4.2, saas-v1 §7.5); checked before it is stored. */
final class AnswerCheck {

    private static final int URL = 512;
    private static final int CREDENTIAL = 128;

    /** What fits into {@value #CREDENTIAL} characters once it is encrypted. */
    private static final int ENCRYPTED_CREDENTIAL = 79;

    private static final int MEMO = 1_024;

    private AnswerCheck() {}

    /** Ready, or failed with every fault named: the product may be mended, so it is asked again. */
    static Answer ready(AppInfo appInfo, AccessForm form) {
        var faults = faults(appInfo, form);
        return faults.isEmpty() ? new Answer.Ready(appInfo) : new Answer.Failed(String.join("; ", faults));
    }

    /** Every fault, each a sentence without its full stop; empty when the marketplace can show it. */
    static List<String> faults(AppInfo appInfo, AccessForm form) {
        var faults = new ArrayList<String>();
        url("frontEndUrl", appInfo.frontEndUrl(), faults);
        url("adminUrl", appInfo.adminUrl(), faults);
        length("userName", appInfo.userName(), CREDENTIAL, faults);
        length("password", appInfo.password(), CREDENTIAL, faults);
        length("memo", appInfo.memo(), MEMO, faults);
        switch (form) {
            case PLAIN -> {}
            case ENCRYPTED -> encrypted(appInfo, faults);
        }
        return faults;
    }

    private static void url(String name, @Nullable String value, List<String> faults) {
        length(name, value, URL, faults);
        if (value != null && isInOtherLetters(value)) {
            faults.add(name + " must have its host in ASCII: write it in the form xn--…");
        } else if (value != null && !isWebAddress(value)) {
            faults.add(name + " must be an absolute http or https address");
        }
    }

    private static void length(String name, @Nullable String value, int most, List<String> faults) {
        if (value != null && (value.isBlank() || value.length() > most)) {
            faults.add("%s must have 1 to %d characters, has %d".formatted(name, most, value.length()));
        }
        if (value != null && !WebhookText.wellFormed(value)) {
            faults.add(name + " is not well-formed Unicode");
        }
    }

    /** Nothing but the memo may have other characters than ASCII, and what is encrypted grows (saas-v1 §1.2, §7.5). */
    private static void encrypted(AppInfo appInfo, List<String> faults) {
        ascii("frontEndUrl", appInfo.frontEndUrl(), faults);
        ascii("adminUrl", appInfo.adminUrl(), faults);
        ascii("userName", appInfo.userName(), faults);
        ascii("password", appInfo.password(), faults);
        encryptable("userName", appInfo.userName(), faults);
        encryptable("password", appInfo.password(), faults);
    }

    private static void ascii(String name, @Nullable String value, List<String> faults) {
        if (value != null && !isAscii(value)) {
            faults.add(name + " must be ASCII, for this instance was sold by the edition V1");
        }
    }

    private static void encryptable(String name, @Nullable String value, List<String> faults) {
        var bytes = value == null ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > ENCRYPTED_CREDENTIAL) {
            faults.add("%s must have at most %d bytes of UTF-8, has %d, for this instance was sold by the edition V1"
                    .formatted(name, ENCRYPTED_CREDENTIAL, bytes));
        }
    }

    /** What such a host is in ASCII depends on who is asked: browsers, the JDK and older systems follow different rules. */
    private static boolean isInOtherLetters(String value) {
        try {
            var uri = new URI(value);
            var authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
            // A host that is there is ASCII: java.net.URI knows no other.
            return uri.getHost() == null && !isAscii(authority.substring(authority.lastIndexOf('@') + 1));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isAscii(String value) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(value);
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
