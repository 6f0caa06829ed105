package io.entente.simulator.apigee.bundle;

import java.util.List;

/**
 * What a bundle says about itself.
 *
 * @param manifestName {@code name} of the manifest
 * @param basePaths of its proxy endpoints
 * @param callees shared flows its FlowCallouts name
 * @param policyTypes root elements of its policies
 * @param targetServers named by its target endpoints
 */
public record Contents(
    String manifestName,
    String displayName,
    String description,
    List<String> basePaths,
    List<String> callees,
    List<String> policyTypes,
    List<String> targetServers) {

  /** Policies that need an environment above BASE. */
  private static final List<String> EXTENSIBLE =
      List.of(
          "InvalidateCache",
          "JSONThreatProtection",
          "JavaCallout",
          "Javascript",
          "LLMTokenQuota",
          "LookupCache",
          "PopulateCache",
          "PromptTokenLimit",
          "Quota",
          "RegularExpressionProtection",
          "ResponseCache",
          "SanitizeModelResponse",
          "SanitizeUserPrompt",
          "Script",
          "SemanticCacheLookup",
          "SemanticCachePopulate",
          "XMLThreatProtection",
          "XSL");

  public Contents {
    basePaths = List.copyOf(basePaths);
    callees = List.copyOf(callees);
    policyTypes = List.copyOf(policyTypes);
    targetServers = List.copyOf(targetServers);
  }

  /** Whether a policy needs an environment above BASE. */
  public boolean isExtensible() {
    return policyTypes.stream().anyMatch(EXTENSIBLE::contains);
  }
}
