import java.io.File;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF as a command: flavours with commas between, then files. One line a file and flavour: PASS or FAIL with rules. */
class VeraPdf {
  public static void main(String[] given) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : given[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      for (int at = 1; at < given.length; at += 1) {
        System.out.println(check(flavour, given[at]) + " " + name + " " + new File(given[at]).getName());
      }
    }
  }

  static String check(PDFAFlavour flavour, String file) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      ValidationResult result =
          Foundries.defaultInstance().createValidator(flavour, 100, false, false, false).validate(parser);
      Set<String> broken = new LinkedHashSet<>();
      for (TestAssertion each : result.getTestAssertions()) {
        broken.add(each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber());
      }
      return result.isCompliant() ? "PASS" : "FAIL " + broken;
    }
  }
}
