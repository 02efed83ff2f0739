package io.koobridge.tenant.login.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private final PublicAddresses addresses = PublicAddresses.of(false);

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "122.9.0.1", "100.63.255.255", "172.32.0.1", "240e:1::1", "2408:8000::1"})
    void whatAnybodyCanReachIsCalled(String address) throws UnknownHostException {
        assertThat(allows(addresses, address)).isTrue();
    }

    @Tag("promise:no-login-calls-inside")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsInsideOrNobodysIsNot(String address) throws UnknownHostException {
        assertThat(allows(addresses, address)).isFalse();
    }

    @Test
    void onlyALocalSwitchLetsThisMachineBeCalled() throws UnknownHostException {
        var local = PublicAddresses.of(true);

        assertThat(allows(local, "127.0.0.1")).isTrue();
        assertThat(allows(local, "::1")).isTrue();
        assertThat(allows(local, "10.0.0.1")).isFalse();
        assertThat(allows(local, "169.254.169.254")).isFalse();
    }

    private static boolean allows(PublicAddresses addresses, String address) throws UnknownHostException {
        return addresses.allows(new InetSocketAddress(InetAddress.getByName(address), 443));
    }
}
