package io.entente.hub.docs;

import java.util.List;

/**
 * One interface of settings.
 *
 * @param about the first words of its Javadoc, without the full stop
 */
record SettingTopic(String about, List<Setting> settings) {}
