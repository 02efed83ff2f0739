package io.koobridge.tenant.outside.webhook;

import io.koobridge.runtime.outside.Answer.Answered;
import io.koobridge.runtime.outside.Answer.NotSent;
import io.koobridge.runtime.outside.Answer.Uncertain;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.Written;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the seller's own service over HTTP, each message signed as a Standard Webhook (docs/directory.md). */
public final class WebhookDirectory implements Directory {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final OutsideSystem system;
    private final WebhookClient client;

    WebhookDirectory(OutsideSystem system, WebhookClient client) {
        this.system = system;
        this.client = client;
    }

    static WebhookClient.Peer peer(URI url) {
        return new WebhookClient.Peer(
                "the directory",
                url,
                WebhookDirectorySettings.KEY + ".secret",
                LARGEST_ANSWER,
                Map.of(
                        409, "it has already applied a higher generation of this entry",
                        410, "it takes nothing more of this entry",
                        422, "it cannot take this entry as it is"));
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Written write(WantedDepartment department) {
        return told("DEPARTMENT", department.tenantId(), DirectoryMessage.of(department), department.parentPlace());
    }

    @Override
    public Written write(WantedUser user) {
        return told("USER", user.tenantId(), DirectoryMessage.of(user), user.departmentPlace());
    }

    private Written told(String operation, String subject, DirectoryMessage message, @Nullable String within) {
        var body = message.body();
        var post = client.post(
                message.id(body), body, new Taken.Reader(message.data().present() ? within : null));
        var answer = system.ask(operation, subject, post).block();
        return switch (answer) {
            case Answered<Taken>(var taken) -> taken.written();
            case NotSent<Taken>(var why) -> new Written.Later(null, why);
            case Uncertain<Taken>(var why) -> new Written.Later(null, why);
            case null -> new Written.Later(null, "the call ended without an answer");
        };
    }
}
