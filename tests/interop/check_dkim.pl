#!/usr/bin/env perl
# Checks the DKIM signatures of mails with Mail::DKIM, the verifier inside SpamAssassin and amavis.
#
#   perl tests/interop/check_dkim.pl KEYS.json MAIL.eml...
#
# KEYS.json is {"selector._domainkey.domain": "TXT value"}: no name server is asked. Prints a line of JSON for each mail: for each
# signature its selector, algorithm, what Mail::DKIM says of it, and what it says once the subject is another.
use strict;
use warnings;
use JSON::PP;
use Mail::DKIM::Verifier;

{

    package Record;
    sub new { my ( $class, $text ) = @_; return bless { text => $text }, $class }
    sub type    { return 'TXT' }
    sub txtdata { return ( $_[0]{text} ) }
}

sub content {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return scalar <$file>;
}

my $keys = decode_json( content(shift) );
{
    no warnings 'redefine';
    *Mail::DKIM::DNS::query_async = sub {
        my ( $host, undef, %with ) = @_;
        my @found = exists $keys->{$host} ? ( Record->new( $keys->{$host} ) ) : ();
        my $answer = $with{Callbacks}{Success}->(@found);
        return sub { return $answer };
    };
}

sub verified {
    my ($raw) = @_;
    my $verifier = Mail::DKIM::Verifier->new;
    $verifier->PRINT($raw);
    $verifier->CLOSE;
    return map { { selector => $_->selector, algorithm => $_->algorithm, result => $_->result, detail => $_->result_detail } } $verifier->signatures;
}

for my $path (@ARGV) {
    my $raw       = content($path);
    my @signed    = verified($raw);
    my @tampered  = verified( $raw =~ s/\r\nSubject: /\r\nSubject: x/r );
    my @doubled   = verified( "From: someone\@else.example\r\n" . $raw );
    for my $n ( 0 .. $#signed ) {
        $signed[$n]{tampered} = $tampered[$n]{result};
        $signed[$n]{doubled}  = $doubled[$n]{result};
    }
    print encode_json( { mail => $path, signatures => \@signed } ), "\n";
}
