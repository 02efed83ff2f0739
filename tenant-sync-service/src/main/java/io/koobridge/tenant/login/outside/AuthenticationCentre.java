package io.koobridge.tenant.login.outside;

import io.koobridge.tenant.login.domain.UserInfo;
import reactor.core.publisher.Mono;

/** An enterprise's authentication centre, as servers ask it. Never an error signal. */
public interface AuthenticationCentre {

    /** Once for each code. */
    Mono<Reply<Grant>> token(CentreAddress centre, String code);

    /** The refresh token is used up afterwards, whatever came back. */
    Mono<Reply<Grant>> refresh(CentreAddress centre, String refreshToken);

    Mono<Reply<UserInfo>> userInfo(CentreAddress centre, String accessToken);

    /**
     * Who a ticket is of; once for each.
     *
     * @param service exactly what the ticket was made for
     */
    Mono<Reply<UserInfo>> ticket(CentreAddress centre, String service, String ticket);
}
