package io.entente.hub.preview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would become of the policies of a text on one gateway.
 *
 * @param gateway its name
 * @param vendor of the gateway
 * @param writes {@code observeOnly} or {@code managed}
 * @param judgement how far it could be judged
 * @param problems why it would be refused or is not judged; those of other policies included
 * @param observedAt when the read began that the gateway is judged by; absent before the first
 * @param routes that the policies reach, printed {@code api/route}
 * @param fidelity one entry for each policy of the text and each route
 * @param rivals policies that one of the text wins or loses against
 * @param shadowed what foreign objects of the gateway keep from acting
 * @param changes what a plan would do to native objects; absent where none would be made
 */
public record GatewayPreview(
    String gateway,
    String vendor,
    String writes,
    Judgement judgement,
    List<ProblemView> problems,
    Optional<Instant> observedAt,
    List<String> routes,
    List<FidelityView> fidelity,
    List<RivalView> rivals,
    List<ShadowView> shadowed,
    Optional<PlannedObjects> changes) {}
