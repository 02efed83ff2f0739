package io.koobridge.tenant.login.domain;

import java.util.Locale;

/** What came of a login. Each is a metric's label, and each but the first one has a page. */
public enum LoginOutcome {
    OK(200),
    /** A parameter is missing, there twice, or longer than any is. */
    MALFORMED(400),
    /** Nobody is sent to an address that is not configured. */
    WRONG_RETURN(400),
    /** A {@code state} that is not of this browser's round trip. */
    FORGED_STATE(400),
    /** The platform began, and the application takes no such logins. */
    UNEXPECTED(400),
    /** The code or ticket was shown before. */
    CODE_REPLAYED(400),
    /** The finished login was delivered already, or took too long. */
    ALREADY_DELIVERED(400),
    /** It ended, or nobody has it. */
    SESSION_OVER(401),
    /** The user, or his enterprise, said no on the way. */
    DECLINED(403),
    /** The authentication centre knows no such code any more. */
    CODE_REFUSED(403),
    /** The authentication centre knows no such ticket any more. */
    TICKET_REFUSED(403),
    UNKNOWN_TENANT(403),
    DISABLED_TENANT(403),
    /** The enterprise has not bound this application. */
    NOT_SUBSCRIBED(403),
    /** The enterprise's domain is none that a server may call. */
    WRONG_DOMAIN(403),
    /** The authentication centre vouched for a user of another enterprise. */
    FOREIGN_TENANT(403),
    UNKNOWN_USER(403),
    NOT_AUTHORIZED(403),
    DISABLED_USER(403),
    /** The authentication centre does not know our client, or not its secret. */
    CLIENT_REFUSED(502),
    /** The authentication centre gave a token and does not accept it. */
    USERINFO_REFUSED(502),
    ONEACCESS_UNREADABLE(502),
    ONEACCESS_UNREACHABLE(502),
    /** The client's secret cannot be opened with the keys that are here. */
    SECRET_CLOSED(503),
    STORE_AWAY(503),
    BUSY(503);

    private final int status;

    LoginOutcome(int status) {
        this.status = status;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** As metrics have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
