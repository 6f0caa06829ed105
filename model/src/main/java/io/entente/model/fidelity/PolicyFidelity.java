package io.entente.model.fidelity;

import io.entente.model.identity.PolicyVersion;
import java.util.Comparator;
import java.util.List;

/**
 * What became of one policy on one route of one gateway.
 *
 * @param policy which version
 * @param kind name of its kind
 * @param target printed route, {@code api/route}
 * @param fields one per field of the kind, sorted
 */
public record PolicyFidelity(
    PolicyVersion policy, String kind, String target, List<FieldFidelity> fields) {

  public PolicyFidelity {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("fidelity of " + policy + " states no field");
    }
    fields = fields.stream().sorted(Comparator.comparing(FieldFidelity::field)).toList();
  }

  /** UNSUPPORTED when all fields are, PARTIAL when some are, else the worst field. */
  public FidelityGrade grade() {
    boolean all = fields.stream().allMatch(f -> f.grade() == FidelityGrade.UNSUPPORTED);
    if (all) {
      return FidelityGrade.UNSUPPORTED;
    }
    FidelityGrade worst =
        fields.stream().map(FieldFidelity::grade).reduce(FidelityGrade.EXACT, FidelityGrade::worse);
    return worst == FidelityGrade.UNSUPPORTED ? FidelityGrade.PARTIAL : worst;
  }
}
