/**
 * What each kind of policy means, executable: the measure that translations and gateways are held
 * against.
 *
 * <p>Pure: time is given, counters are an explicit {@link io.entente.engine.State}. The kinds act
 * in one order on every gateway: the certificate of the client is judged ({@code mtls}), a
 * browser's preflight is answered ({@code cors}), a block answers ({@code accessBlock}), the
 * address is judged ({@code ipFilter}), then the agent ({@code botDetection}), then token, key and
 * password ({@code jwt}, {@code oauth2Introspection}, {@code apiKey}, {@code basicAuth}), then whom
 * they name ({@code consumerAccess}), then the size ({@code requestSize}), then what the body holds
 * ({@code jsonThreat}, {@code xmlThreat}, {@code injectionProtection}, {@code graphqlLimits},
 * {@code graphqlIntrospection}, {@code graphqlSchema}, {@code openApiValidation}); the limits of
 * the route judge the request as the client sent it; an answer that is kept is given ({@code
 * responseCache}); header edits follow in the order of application ({@code headerTransform}). On
 * the way back the header edits come first and {@code cors} has the last word. {@code trafficLog}
 * and {@code logMasking} have no effect on an exchange. What becomes of a request that was let
 * through until it is answered ({@code timeout}, {@code retry}, {@code circuitBreaker}, {@code
 * concurrencyLimit}) is in {@code io.entente.engine.upstream}.
 */
@NullMarked
package io.entente.engine;

import org.jspecify.annotations.NullMarked;
