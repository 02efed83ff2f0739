package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.reconcile.InstanceWorker.AccessSealer;
import io.koobridge.service.seal.Sealing;

/** Access data on its way into the ledger and out of it: the initial password is sealed in between. */
public final class SealedAccess implements AccessSealer {

    private static final String PASSWORD = "password";

    private final Sealing credentials;

    public SealedAccess(Sealing credentials) {
        this.credentials = credentials;
    }

    @Override
    public Access seal(String instanceId, AppInfo appInfo) {
        return new Access(
                appInfo.frontEndUrl(),
                appInfo.adminUrl(),
                appInfo.userName(),
                credentials.seal(instanceId, PASSWORD, appInfo.password()),
                appInfo.memo());
    }

    public AppInfo open(String instanceId, Access access) {
        return new AppInfo(
                access.frontEndUrl(),
                access.adminUrl(),
                access.userName(),
                credentials.open(instanceId, PASSWORD, access.password()),
                access.memo());
    }
}
