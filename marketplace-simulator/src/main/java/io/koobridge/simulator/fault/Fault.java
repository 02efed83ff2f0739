package io.koobridge.simulator.fault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.koobridge.simulator.signing.CallbackSignature;
import java.util.Map;

/**
 * Something wrong, or merely unusual, with a call. A fault acts in exactly one place: on the members of the body, on how the body is written, on the
 * stamp that is signed, on the query string, on the line, or on how many calls there are and when.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Duplicate.class, name = "DUPLICATE"),
    @JsonSubTypes.Type(value = ConcurrentDuplicates.class, name = "CONCURRENT_DUPLICATES"),
    @JsonSubTypes.Type(value = Reorder.class, name = "REORDER"),
    @JsonSubTypes.Type(value = ClockSkew.class, name = "CLOCK_SKEW"),
    @JsonSubTypes.Type(value = SecondsTimestamp.class, name = "SECONDS_TIMESTAMP"),
    @JsonSubTypes.Type(value = WrongKey.class, name = "WRONG_KEY"),
    @JsonSubTypes.Type(value = BodyChanged.class, name = "BODY_CHANGED"),
    @JsonSubTypes.Type(value = ReplayedNonce.class, name = "REPLAYED_NONCE"),
    @JsonSubTypes.Type(value = RepeatedParameter.class, name = "REPEATED_PARAMETER"),
    @JsonSubTypes.Type(value = UpperCaseSignature.class, name = "UPPER_CASE_SIGNATURE"),
    @JsonSubTypes.Type(value = LowerCaseSignature.class, name = "LOWER_CASE_SIGNATURE"),
    @JsonSubTypes.Type(value = NotCanonical.class, name = "NOT_CANONICAL"),
    @JsonSubTypes.Type(value = UnknownMembers.class, name = "UNKNOWN_MEMBERS"),
    @JsonSubTypes.Type(value = UnknownActivity.class, name = "UNKNOWN_ACTIVITY"),
    @JsonSubTypes.Type(value = NumbersForStrings.class, name = "NUMBERS_FOR_STRINGS"),
    @JsonSubTypes.Type(value = SlowReader.class, name = "SLOW_READER"),
    @JsonSubTypes.Type(value = BarePlus.class, name = "BARE_PLUS"),
    @JsonSubTypes.Type(value = DoubleEncoded.class, name = "DOUBLE_ENCODED"),
    @JsonSubTypes.Type(value = TamperedParameter.class, name = "TAMPERED_PARAMETER"),
    @JsonSubTypes.Type(value = KeyWithoutTimestamp.class, name = "KEY_WITHOUT_TIMESTAMP"),
    @JsonSubTypes.Type(value = RepeatedName.class, name = "REPEATED_NAME"),
    @JsonSubTypes.Type(value = BrokenToken.class, name = "BROKEN_TOKEN"),
    @JsonSubTypes.Type(value = ExtraParameters.class, name = "EXTRA_PARAMETERS"),
    @JsonSubTypes.Type(value = UnreadableContact.class, name = "UNREADABLE_CONTACT"),
    @JsonSubTypes.Type(value = ShortTimestamp.class, name = "SHORT_TIMESTAMP"),
    @JsonSubTypes.Type(value = CutConnection.class, name = "CUT_CONNECTION")
})
public sealed interface Fault {

    @JsonIgnore
    String name();

    @JsonIgnore
    Expected expected();

    /** A call that must be refused is made besides the honest one. */
    @JsonIgnore
    default boolean additional() {
        return expected() instanceof Expected.Code && !(this instanceof OfCalls);
    }

    /** Other members in the body; the signature is right. */
    sealed interface OfMembers extends Fault
            permits UnknownMembers, UnknownActivity, NumbersForStrings, ExtraParameters, UnreadableContact {
        Map<String, Object> members(Map<String, Object> honest);
    }

    /** Other bytes. */
    sealed interface OfWriting extends Fault permits BodyChanged, NotCanonical {
        Written written(Map<String, Object> members);
    }

    /** Another key, time or nonce. */
    sealed interface OfStamp extends Fault permits ClockSkew, SecondsTimestamp, WrongKey, ShortTimestamp {
        Stamp stamp(Stamp honest);
    }

    /** Another query string for the same signature. */
    sealed interface OfQuery extends Fault permits RepeatedParameter, UpperCaseSignature, LowerCaseSignature {
        String query(CallbackSignature honest);
    }

    /** Another query string for the same call of V1. */
    sealed interface OfToken extends Fault
            permits BarePlus, DoubleEncoded, TamperedParameter, KeyWithoutTimestamp, RepeatedName, BrokenToken {
        String query(TokenQuery honest);
    }

    /** Another way of using the connection. */
    sealed interface OfLine extends Fault permits SlowReader, CutConnection {}

    /** More calls, or another order of them. */
    sealed interface OfCalls extends Fault permits Duplicate, ConcurrentDuplicates, ReplayedNonce, Reorder {}
}
