//! The tables, once for both databases. A test holds them against the migrations.

diesel::table! {
    platform (id) {
        id -> BigInt,
        slug -> Text,
        name -> Text,
        description -> Text,
        members -> Text,
        audience -> Text,
        visibility -> Text,
        cadence -> Text,
        reminder_minutes -> Text,
        follows -> Nullable<Text>,
        sort -> Integer,
        catalogue_entry -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        asks_holders -> Bool,
        objection_days -> Integer,
        members_propose -> Bool,
        allow_substitutes -> Bool,
        join_details_minutes -> Nullable<Integer>,
        presence_share -> Integer,
    }
}

diesel::table! {
    event (id) {
        id -> BigInt,
        platform_id -> BigInt,
        slug -> Text,
        edition -> Text,
        follows_event_id -> Nullable<BigInt>,
        status -> Text,
        tlp -> Text,
        title -> Text,
        summary -> Text,
        agenda -> Text,
        starts_at -> Timestamp,
        ends_at -> Timestamp,
        opens_at -> Nullable<Timestamp>,
        closes_at -> Timestamp,
        format -> Text,
        venue -> Text,
        join_link -> Nullable<Text>,
        release_at -> Nullable<Timestamp>,
        released_at -> Nullable<Timestamp>,
        next_waiting_no -> BigInt,
        sequence -> Integer,
        revision -> Integer,
        call_off_reason -> Nullable<Text>,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    seat_pool (event_id, mode) {
        event_id -> BigInt,
        mode -> Text,
        capacity -> Nullable<Integer>,
        quota_private -> Nullable<Integer>,
        quota_academic -> Nullable<Integer>,
        quota_public -> Nullable<Integer>,
        max_per_organisation -> Nullable<Integer>,
        taken_private -> Integer,
        taken_academic -> Integer,
        taken_public -> Integer,
    }
}

diesel::table! {
    organisation (id) {
        id -> BigInt,
        name -> Text,
        name_key -> Text,
        sector -> Text,
        enterprise_number -> Nullable<Text>,
        created_at -> Timestamp,
        names -> Nullable<Text>,
        search_key -> Text,
        registered_at -> Nullable<Timestamp>,
        revision -> Integer,
        merged_into -> Nullable<BigInt>,
        merged_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    organisation_name (name_key) {
        name_key -> Text,
        organisation_id -> BigInt,
        name -> Text,
        is_alias -> Bool,
    }
}

diesel::table! {
    organisation_domain (domain) {
        domain -> Text,
        organisation_id -> BigInt,
    }
}

diesel::table! {
    sector_decision (registration_id) {
        registration_id -> BigInt,
        declared -> Text,
        registered -> Text,
        decided_by -> Text,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    person (id) {
        id -> BigInt,
        email -> Text,
        email_key -> Text,
        name -> Text,
        organisation_id -> Nullable<BigInt>,
        sector -> Text,
        language -> Text,
        proved_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    registration (id) {
        id -> BigInt,
        reference -> Text,
        page_hash -> Text,
        event_id -> BigInt,
        person_id -> Nullable<BigInt>,
        name -> Text,
        email -> Text,
        organisation_name -> Text,
        organisation_id -> Nullable<BigInt>,
        sector -> Text,
        language -> Text,
        mode -> Text,
        state -> Text,
        state_since -> Timestamp,
        waiting_no -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        uid -> Text,
        sequence -> Integer,
        was_invited -> Bool,
        prove_before -> Nullable<Timestamp>,
        registered_at -> Timestamp,
        proved_at -> Nullable<Timestamp>,
        present -> Bool,
        erased_at -> Nullable<Timestamp>,
        search_key -> Text,
        declared -> Nullable<Text>,
        basis -> Text,
    }
}

diesel::table! {
    registration_change (id) {
        id -> BigInt,
        registration_id -> BigInt,
        event_id -> BigInt,
        at -> Timestamp,
        cause -> Text,
        from_state -> Nullable<Text>,
        to_state -> Text,
        actor -> Text,
        reason -> Nullable<Text>,
        form_key -> Nullable<Text>,
    }
}

diesel::table! {
    event_facts (id) {
        id -> BigInt,
        event_id -> BigInt,
        digest -> Text,
        facts -> Text,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        change_id -> Nullable<BigInt>,
        registration_id -> Nullable<BigInt>,
        kind -> Text,
        recipient -> Text,
        language -> Text,
        priority -> Integer,
        not_before -> Timestamp,
        not_after -> Timestamp,
        snapshot -> Text,
        message_id -> Text,
        status -> Text,
        attempts -> Integer,
        lease_until -> Nullable<Timestamp>,
        last_code -> Nullable<Text>,
        last_text -> Nullable<Text>,
        sent_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        forget -> Bool,
        facts_id -> Nullable<BigInt>,
        invitation_id -> Nullable<BigInt>,
        batch_id -> Nullable<BigInt>,
        member_id -> Nullable<BigInt>,
        offer_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    invitation_batch (id) {
        id -> BigInt,
        event_id -> BigInt,
        kind -> Text,
        made_by -> Text,
        made_at -> Timestamp,
        send_at -> Timestamp,
        queued_at -> Nullable<Timestamp>,
        people -> Integer,
        stopped_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    invitation (id) {
        id -> BigInt,
        event_id -> BigInt,
        batch_id -> BigInt,
        reference -> Text,
        page_hash -> Text,
        name -> Text,
        email -> Text,
        email_key -> Nullable<Text>,
        organisation_name -> Text,
        sector -> Nullable<Text>,
        language -> Text,
        state -> Text,
        state_since -> Timestamp,
        registration_id -> Nullable<BigInt>,
        answered_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        search_key -> Text,
        erased_at -> Nullable<Timestamp>,
        basis -> Text,
    }
}

diesel::table! {
    attendance_proof (id) {
        id -> BigInt,
        registration_id -> BigInt,
        event_id -> BigInt,
        source -> Text,
        at -> Timestamp,
        recorded_at -> Timestamp,
        recorded_by -> Text,
        device -> Nullable<Text>,
        key -> Nullable<Text>,
        revoked_at -> Nullable<Timestamp>,
        revoked_by -> Nullable<Text>,
        left_at -> Nullable<Timestamp>,
        share -> Nullable<Integer>,
        denies -> Bool,
        reason -> Nullable<Text>,
        revoked_reason -> Nullable<Text>,
        sighting_id -> Nullable<BigInt>,
        at_most -> Nullable<BigInt>,
    }
}

diesel::table! {
    attendance_report (id) {
        id -> BigInt,
        reference -> Text,
        event_id -> BigInt,
        digest -> Nullable<Text>,
        provider -> Text,
        zone -> Text,
        people -> Integer,
        taken_at -> Timestamp,
        taken_by -> Text,
        undone_at -> Nullable<Timestamp>,
        undone_by -> Nullable<Text>,
    }
}

diesel::table! {
    sighting (id) {
        id -> BigInt,
        report_id -> BigInt,
        event_id -> BigInt,
        line -> BigInt,
        name -> Text,
        other_names -> Text,
        email_key -> Nullable<Text>,
        spans -> Text,
        at_most -> Nullable<BigInt>,
        state -> Text,
        why -> Nullable<Text>,
        candidates -> Text,
        registration_id -> Nullable<BigInt>,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<Text>,
        erased_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    reminder_sent (event_id, minutes, starts_at) {
        event_id -> BigInt,
        minutes -> Integer,
        starts_at -> Timestamp,
        done_at -> Timestamp,
    }
}

diesel::table! {
    join_details_sent (event_id, starts_at) {
        event_id -> BigInt,
        starts_at -> Timestamp,
        done_at -> Timestamp,
    }
}

diesel::table! {
    calendar_feed (person_id) {
        person_id -> BigInt,
        renewed -> Integer,
        renewed_at -> Timestamp,
    }
}

diesel::table! {
    staff_user (id) {
        id -> BigInt,
        email -> Text,
        email_key -> Text,
        password_hash -> Text,
        disabled_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        totp_secret -> Nullable<Text>,
        totp_since -> Nullable<Timestamp>,
        totp_step -> Nullable<BigInt>,
        totp_wrong -> Integer,
        totp_wait -> Nullable<Timestamp>,
    }
}

diesel::table! {
    staff_recovery (code_hash) {
        code_hash -> Text,
        user_id -> BigInt,
        made_at -> Timestamp,
    }
}

diesel::table! {
    passkey (id) {
        id -> BigInt,
        user_id -> BigInt,
        credential_id -> Text,
        name -> Text,
        credential -> Text,
        created_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    passkey_spent (challenge_hash) {
        challenge_hash -> Text,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    staff_identity (id) {
        id -> BigInt,
        user_id -> BigInt,
        issuer -> Text,
        subject -> Text,
        created_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    staff_identity_spent (state_hash) {
        state_hash -> Text,
        ends_at -> Timestamp,
    }
}

diesel::table! {
    staff_grant (id) {
        id -> BigInt,
        user_id -> BigInt,
        role -> Text,
        platform_id -> Nullable<BigInt>,
        identity_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    login (token_hash) {
        token_hash -> Text,
        user_id -> BigInt,
        csrf -> Text,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        expires_at -> Timestamp,
        totp_offer -> Nullable<Text>,
        device -> Text,
        identity_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    api_token (id) {
        id -> BigInt,
        name -> Text,
        token_hash -> Text,
        role -> Text,
        platform_id -> Nullable<BigInt>,
        created_at -> Timestamp,
        disabled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    api_answer (token_id, key) {
        token_id -> BigInt,
        key -> Text,
        request_hash -> Text,
        status -> Integer,
        body -> Text,
        created_at -> Timestamp,
        location -> Nullable<Text>,
    }
}

diesel::table! {
    lease (name) {
        name -> Text,
        owner -> Text,
        until -> Timestamp,
    }
}

diesel::table! {
    journal (number) {
        number -> BigInt,
        at -> Timestamp,
        actor -> Text,
        deed -> Text,
        platform_id -> Nullable<BigInt>,
        event_id -> Nullable<BigInt>,
        subject -> Text,
        was -> Text,
        became -> Text,
        seal -> Text,
    }
}

diesel::table! {
    journal_head (id) {
        id -> BigInt,
        number -> BigInt,
        seal -> Text,
    }
}

diesel::table! {
    member (id) {
        id -> BigInt,
        reference -> Text,
        platform_id -> BigInt,
        name -> Text,
        email -> Text,
        email_key -> Nullable<Text>,
        organisation_name -> Text,
        organisation_id -> BigInt,
        sector -> Text,
        language -> Text,
        function -> Text,
        deputy -> Bool,
        starts_on -> Text,
        ends_on -> Nullable<Text>,
        revision -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        erased_at -> Nullable<Timestamp>,
        sort_key -> Text,
        search_key -> Text,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    member_import (id) {
        id -> BigInt,
        reference -> Text,
        platform_id -> BigInt,
        at -> Timestamp,
        actor -> Text,
        added -> Integer,
        changed -> Integer,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    member_import_row (id) {
        id -> BigInt,
        import_id -> BigInt,
        member_id -> BigInt,
        revision -> Integer,
        was -> Nullable<Text>,
    }
}

diesel::table! {
    announcement (id) {
        id -> BigInt,
        event_id -> BigInt,
        form_key -> Text,
        made_by -> Text,
        made_at -> Timestamp,
        words -> Text,
        audience -> Text,
        people -> Integer,
        looked_at -> Integer,
        owed -> Integer,
        finished_at -> Nullable<Timestamp>,
        stopped_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    registration_note (registration_id) {
        registration_id -> BigInt,
        text -> Text,
        written_by -> Text,
        written_at -> Timestamp,
    }
}

diesel::table! {
    mandate_question (id) {
        id -> BigInt,
        member_id -> BigInt,
        quarter -> Text,
        reference -> Text,
        page_hash -> Text,
        asked_at -> Timestamp,
        reminded_at -> Nullable<Timestamp>,
        confirmed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    guest_proposal (id) {
        id -> BigInt,
        event_id -> BigInt,
        reference -> Text,
        name -> Text,
        email -> Text,
        email_key -> Nullable<Text>,
        organisation_name -> Text,
        language -> Text,
        reason -> Text,
        proposed_by -> Text,
        proposed_at -> Timestamp,
        objections_until -> Timestamp,
        state -> Text,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        decision_reason -> Nullable<Text>,
        erased_at -> Nullable<Timestamp>,
        sector -> Nullable<Text>,
        registration_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    substitute_offer (id) {
        id -> BigInt,
        event_id -> BigInt,
        registration_id -> BigInt,
        reference -> Text,
        page_hash -> Text,
        name -> Text,
        email -> Text,
        email_key -> Nullable<Text>,
        language -> Text,
        state -> Text,
        asked_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        substitute_id -> Nullable<BigInt>,
        erased_at -> Nullable<Timestamp>,
        address_mac -> Nullable<Text>,
    }
}

diesel::table! {
    inbound_mail (id) {
        id -> BigInt,
        door -> Text,
        digest -> Text,
        received_at -> Timestamp,
        envelope_to -> Nullable<Text>,
        octets -> BigInt,
        state -> Text,
        attempts -> Integer,
        lease_until -> Nullable<Timestamp>,
        handled_at -> Nullable<Timestamp>,
        kind -> Nullable<Text>,
        outcome -> Nullable<Text>,
        authentic -> Nullable<Text>,
        message_id -> Nullable<Text>,
        from_name -> Text,
        from_address -> Text,
        from_key -> Nullable<Text>,
        subject -> Text,
        text -> Text,
        registration_id -> Nullable<BigInt>,
        event_id -> Nullable<BigInt>,
        invitation_id -> Nullable<BigInt>,
        mail_id -> Nullable<BigInt>,
        for_person -> Bool,
        done_at -> Nullable<Timestamp>,
        done_by -> Nullable<Text>,
        erased_at -> Nullable<Timestamp>,
        raw -> Nullable<Binary>,
    }
}

diesel::table! {
    rsvp (registration_id) {
        registration_id -> BigInt,
        answer -> Text,
        sequence -> Integer,
        stamped -> Nullable<Timestamp>,
        received_at -> Nullable<Timestamp>,
        verified -> Bool,
        asked_sequence -> Nullable<Integer>,
    }
}

diesel::table! {
    mail_address (address_mac) {
        address_mac -> Text,
        state -> Text,
        code -> Text,
        since -> Timestamp,
        last_at -> Timestamp,
        failures -> Integer,
    }
}

diesel::table! {
    unsubscription (platform_id, address_mac) {
        platform_id -> BigInt,
        address_mac -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    closing (id) {
        id -> BigInt,
        platform_id -> BigInt,
        number -> Integer,
        edition -> Text,
        revision -> Integer,
        is_final -> Bool,
        closed_at -> Timestamp,
        actor -> Text,
        reason -> Text,
        digest -> Text,
        before -> Text,
        fingerprint -> Text,
        signature -> Text,
        key -> Text,
        content -> Text,
    }
}

diesel::table! {
    objection (id) {
        id -> BigInt,
        registration_id -> BigInt,
        event_id -> BigInt,
        claim -> Text,
        text -> Text,
        made_at -> Timestamp,
        changed_at -> Timestamp,
        state -> Text,
        answered_at -> Nullable<Timestamp>,
        answered_by -> Nullable<Text>,
        answer -> Nullable<Text>,
    }
}

diesel::table! {
    attestation (id) {
        id -> BigInt,
        event_id -> BigInt,
        registration_id -> BigInt,
        change_id -> Nullable<BigInt>,
        page_hash -> Text,
        reference -> Text,
        number -> Text,
        mode -> Text,
        minutes -> Integer,
        language -> Text,
        issued_at -> Timestamp,
        issued_by -> Text,
        signed -> Text,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    attestation_order (event_id) {
        event_id -> BigInt,
        asked_by -> Text,
        asked_at -> Timestamp,
        is_open -> Bool,
    }
}

diesel::joinable!(event -> platform (platform_id));
diesel::joinable!(registration -> event (event_id));
diesel::joinable!(seat_pool -> event (event_id));
diesel::joinable!(outbox -> registration_change (change_id));

diesel::allow_tables_to_appear_in_same_query!(platform, event, seat_pool, organisation, organisation_name, organisation_domain, sector_decision, person, registration, registration_change, registration_note, announcement, event_facts, outbox, invitation, invitation_batch, attendance_proof, attendance_report, sighting, objection, reminder_sent, join_details_sent, calendar_feed, staff_user, staff_grant, login, api_token, api_answer, lease, member, member_import, member_import_row, mandate_question, guest_proposal, substitute_offer, inbound_mail, rsvp, mail_address, unsubscription, closing, attestation, attestation_order);
