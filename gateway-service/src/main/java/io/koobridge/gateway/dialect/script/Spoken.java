package io.koobridge.gateway.dialect.script;

import io.koobridge.gateway.dialect.Activity;

/** An activity of an edition. */
public interface Spoken {

    /** As KooGallery spells it. */
    Activity activity();
}
