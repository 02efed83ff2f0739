package io.koobridge.license.outside;

import io.koobridge.license.domain.Delivery;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.regex.Pattern;

/** Uploads through the marketplace's open API (license §5.1). */
public final class MarketplaceDelivery implements Delivery {

    private static final String PATH = "/api/mkp-openapi-public/global/v1/market-event/";

    /** One segment of a path, in which nothing is escaped and nothing leads elsewhere. The event is the caller's own word. */
    private static final Pattern SEGMENT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");

    private final OpenApiClient marketplace;
    private final MeterRegistry metrics;

    public MarketplaceDelivery(OpenApiClient marketplace, MeterRegistry metrics) {
        this.marketplace = marketplace;
        this.metrics = metrics;
    }

    @Override
    public Receipt upload(String eventId, LicenseFile file) {
        if (!SEGMENT.matcher(eventId).matches()) {
            return counted(new UploadCode(
                    "other",
                    new Receipt.Refused("unsent", "the event's id cannot be a part of the address of an upload")));
        }
        var form = UploadForm.of(file, eventId + ".lic");
        var answer = marketplace
                .post("license-upload", eventId, PATH + eventId + "/file", form.contentType(), form.bytes())
                .block();
        return counted(UploadCode.of(Optional.ofNullable(answer)
                .orElseGet(() -> new OpenApiAnswer.Unavailable("the upload ended without an answer", false))));
    }

    private Receipt counted(UploadCode code) {
        metrics.counter("koobridge.license.uploads", "code", code.label()).increment();
        return code.receipt();
    }
}
