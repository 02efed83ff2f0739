package io.koobridge.events.instance;

/** Why provisioning was refused for good. The first eight are what the marketplace can show to a buyer (saas-v2 §8). */
public enum FailureReason {
    NO_RESOURCE,
    MOBILE_MISSING_OR_USED,
    EMAIL_MISSING_OR_USED,
    NOT_BUYABLE_AGAIN,
    PRODUCT_ERROR,
    ALREADY_ENTITLED,
    SOLD_OUT,
    MAIL_DOMAIN_EXISTS,
    /** None of the marketplace's own reasons. */
    OTHER
}
