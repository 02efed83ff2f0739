package io.koobridge.tenant.outside;

import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.domain.directory.WantedDepartment;
import io.koobridge.tenant.domain.directory.WantedUser;
import io.koobridge.tenant.domain.directory.Written;

/** Nobody is told: who wants to know reads the feed. */
final class NoDirectory implements Directory {

    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public String name() {
        return "none";
    }

    @Override
    public Written write(WantedDepartment department) {
        return new Written.Done(null);
    }

    @Override
    public Written write(WantedUser user) {
        return new Written.Done(null);
    }
}
