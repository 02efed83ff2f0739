package io.koobridge.cli.license;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.verifier.LicenseVerifier;
import java.io.InputStream;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** {@code koobridge license show}: what a licence says, whoever made it. */
@Command(
        name = "show",
        description = "Shows what a licence says. Nobody vouches for it: verify does.",
        exitCodeList = {"0:it is shown", "1:this is no licence", "2:wrong usage"})
public final class ShowLicenseCommand extends LicenseFileCommand {

    public ShowLicenseCommand(InputStream in) {
        super(in);
    }

    @Override
    int run(String licence) {
        var claims = LicenseVerifier.unverified(licence);
        if (claims.isEmpty()) {
            print(asJson() ? "{}\n" : LicenseVerifier.Reason.MALFORMED.sentence() + "\n");
            return ExitCode.REFUSED;
        }
        print(
                asJson()
                        ? JsonMapper.shared().writeValueAsString(ClaimTable.members(claims.get())) + "\n"
                        : ClaimTable.of(claims.get()) + "\nNot checked.\n");
        return ExitCode.DONE;
    }
}
