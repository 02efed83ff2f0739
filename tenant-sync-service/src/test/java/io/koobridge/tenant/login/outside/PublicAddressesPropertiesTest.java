package io.koobridge.tenant.login.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class PublicAddressesPropertiesTest {

    private final PublicAddresses addresses = PublicAddresses.of(false);

    @Tag("promise:no-login-calls-inside")
    @Property
    void noPrivateAddressIsCalledWhateverItsLastNumbers(@ForAll("inside") byte[] address) throws UnknownHostException {
        assertThat(addresses.allows(new InetSocketAddress(InetAddress.getByAddress(address), 443)))
                .isFalse();
    }

    @Provide
    Arbitrary<byte[]> inside() {
        return Arbitraries.of(
                        new byte[] {10},
                        new byte[] {127},
                        new byte[] {0},
                        new byte[] {(byte) 192, (byte) 168},
                        new byte[] {(byte) 169, (byte) 254},
                        new byte[] {(byte) 172, 16},
                        new byte[] {(byte) 172, 31})
                .flatMap(prefix -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofSize(4)
                        .map(any -> {
                            System.arraycopy(prefix, 0, any, 0, prefix.length);
                            return any;
                        }));
    }
}
