import { describe, expect, it } from 'vitest'
import { addressKey, clientAddress, shortAddress } from '../../server/access/client-address.ts'

const from = (remoteAddress: string | undefined, forwarded?: string | string[]) => ({
  headers: { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
})

describe('where a request comes from', () => {
  it.each([
    [from('203.0.113.7', '198.51.100.1'), 0, '203.0.113.7'],
    [from('::ffff:203.0.113.7'), 0, '203.0.113.7'],
    [from('fe80::1%eth0'), 0, 'fe80::1'],
    [from('127.0.0.1', '198.51.100.1'), 1, '198.51.100.1'],
    [from('127.0.0.1', '6.6.6.6, 198.51.100.1'), 1, '198.51.100.1'],
    [from('127.0.0.1', ['6.6.6.6', '198.51.100.1']), 1, '198.51.100.1'],
    [from('127.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.1'), 2, '198.51.100.1'],
    [from('127.0.0.1', '198.51.100.1'), 2, '127.0.0.1'],
    [from('127.0.0.1', 'not an address'), 1, '127.0.0.1'],
    [from('127.0.0.1'), 1, '127.0.0.1'],
    [from(undefined), 0, ''],
  ])('%o behind %i proxies: %s', (request, proxies, address) => {
    expect(clientAddress(request, proxies)).toBe(address)
  })

  it.each([
    ['203.0.113.7', '203.0.113.7', '203.0.113.0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::', '2001:db8:1::'],
    ['2001:0DB8::1', '2001:db8:0:0::', '2001:db8:0::'],
    ['::1', '0:0:0:0::', '0:0:0::'],
    ['', '', 'unknown'],
  ])('%s is counted as %s and logged as %s', (address, key, short) => {
    expect(addressKey(address)).toBe(key)
    expect(shortAddress(address)).toBe(short)
  })
})
