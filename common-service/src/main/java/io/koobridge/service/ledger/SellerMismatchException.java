package io.koobridge.service.ledger;

/** The ledger belongs to another seller: every id in it was derived with that seller's name. */
public final class SellerMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SellerMismatchException(String configured, String stored) {
        super(
                "koobridge.seller-id is '%s' but the ledger was begun by '%s': instance ids would change; set it back or point spring.mongodb.uri at another database"
                        .formatted(configured, stored));
    }
}
